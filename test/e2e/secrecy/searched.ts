import type { Metadata } from '@grpc/grpc-js';
import type { Received } from '../client.js';
import { countHits } from './canaries.js';

/** What was searched, by where it left: how many bytes, and where something was found. */
export class Searched {
  readonly #places = new Map<string, { bytes: number; readonly found: string[] }>();

  /** Searches bytes that left somewhere. `what` tells one of them from another in the report. */
  search(place: string, what: string, bytes: Uint8Array, needles: readonly string[]): void {
    const entry = this.#places.get(place) ?? { bytes: 0, found: [] };
    this.#places.set(place, entry);
    entry.bytes += bytes.length;
    const hits = needles.filter((needle) => countHits(bytes, [needle]) > 0);
    if (hits.length > 0) entry.found.push(`${what}: ${hits.join(', ')}`);
  }

  /** Gives what was found, and where. */
  found(): string[] {
    return [...this.#places].flatMap(([place, { found }]) => found.map((what) => `${place}: ${what}`));
  }

  /** Tells for each place how much was searched, in its words. */
  report(): string[] {
    return [...this.#places].map(([place, { bytes, found }]) => `${place}: ${bytes} bytes, ${found.length} hits`);
  }

  bytesOf(place: string): number {
    return this.#places.get(place)?.bytes ?? 0;
  }
}

/** All bytes that came back to a call: headers, message, status and trailers, binary ones decoded. */
export function bytesOf({ headers, message, status }: Received): Buffer {
  return Buffer.concat([
    ...bytesOfMetadata(headers),
    message ?? Buffer.alloc(0),
    Buffer.from(`${status.code} ${status.details}`),
    ...bytesOfMetadata(status.metadata),
  ]);
}

function bytesOfMetadata(metadata: Metadata): Buffer[] {
  return Object.entries(metadata.toJSON()).flatMap(([name, values]) => [
    Buffer.from(name),
    ...values.map((value) => Buffer.from(value)),
  ]);
}
