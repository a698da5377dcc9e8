import { documentTooLarge } from './clerk-error.js';

/** The most that the service keeps of one document, inclusive: the bytes of its compact JSON in UTF-8. */
const LIMIT_BYTES = 8192;

/** A document within the limit is some 45 KB as a Struct at most, so what is longer is over it, or holds members that only remove. */
const SURE_BYTES = 64 * 1024;

/**
 * Refuses a document over the limit whose Struct may be past what the service takes in one message: its transport would say
 * no word of the limit. Any shorter one, the service decides on.
 *
 * @param merges whether members that are null only remove, and so don't count.
 * @throws GatewayError
 */
export function limitDocument(field: string, document: object, structBytes: number, merges: boolean): void {
  if (structBytes <= SURE_BYTES) return;
  const sizeBytes = Buffer.byteLength(JSON.stringify(merges ? withoutNull(document) : document));
  if (sizeBytes > LIMIT_BYTES) throw documentTooLarge(field, sizeBytes, LIMIT_BYTES);
}

function withoutNull(document: object): object {
  const kept = Object.entries(document).filter(([, value]) => value !== null);
  return Object.fromEntries(
    kept.map(([key, value]: [string, unknown]) => [key, isObject(value) ? withoutNull(value) : value]),
  );
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
