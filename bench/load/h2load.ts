import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Workspace } from '../workspace.js';

/** One request that h2load sends again and again. */
export interface H2loadOptions {
  readonly port: number;
  /** The rpc, as `/orgmeta.v1.FrontendMetadata/GetOrganizationPublicMetadata`. */
  readonly path: string;
  readonly key: string;
  readonly request: Buffer;
  /** The least bytes of a real answer's message: a run whose answers are shorter is refused. */
  readonly answerBytes: number;
  readonly warmUpSeconds: number;
  readonly seconds: number;
}

/** The least that is said where h2load is missing. */
const MISSING = 'h2load is needed: apt-get install nghttp2-client (Debian, Ubuntu), or brew install nghttp2';

/** Makes sure that h2load is there. */
export async function checkH2load(): Promise<string> {
  try {
    return (await promisify(execFile)('h2load', ['--version'])).stdout.trim();
  } catch (error) {
    throw new Error(MISSING, { cause: error });
  }
}

/**
 * Loads a server from 4 connections with 16 calls under way on each.
 *
 * @returns the answers a second.
 * @throws Error if an answer failed, or was too short to be real.
 */
export async function runH2load(workspace: Workspace, options: H2loadOptions): Promise<number> {
  const body = path.join(workspace.folder, 'h2load-body.bin');
  const prefix = Buffer.alloc(5);
  prefix.writeUInt32BE(options.request.length, 1);
  await writeFile(body, Buffer.concat([prefix, options.request]));
  const { stdout } = await promisify(execFile)('h2load', [
    ...['-t1', '-c4', '-m16', `-D${options.seconds}`, `--warm-up-time=${options.warmUpSeconds}`, '-d', body],
    ...['-H', 'content-type: application/grpc', '-H', 'te: trailers', '-H', `authorization: Bearer ${options.key}`],
    `http://127.0.0.1:${options.port}${options.path}`,
  ]);
  return readRate(stdout, options.answerBytes);
}

/** Reads the rate out of h2load's report, and refuses a report of answers that failed or were too short. */
export function readRate(report: string, answerBytes: number): number {
  const number = (pattern: RegExp) => Number(pattern.exec(report)?.[1] ?? NaN);
  const rate = number(/finished in .*?, ([\d.]+) req\/s/);
  const done = number(/(\d+) done,/);
  const good = number(/status codes: (\d+) 2xx/);
  // The traffic is that of the warm-up too, so it may be more than the counted answers need, never less.
  const dataBytes = number(/\((\d+)\) data/);
  if (done > 0 && good === done && dataBytes >= done * answerBytes) return rate;
  throw new Error(`h2load met answers that failed or were too short:\n${report}`);
}
