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

/** A GET that h2load sends again and again. */
export interface HttpLoadOptions extends Pick<
  H2loadOptions,
  'port' | 'path' | 'answerBytes' | 'warmUpSeconds' | 'seconds'
> {
  /** The headers, as `name: value`. */
  readonly headers: readonly string[];
  /** The status that every answer must have: 2xx or 3xx. */
  readonly status: StatusClass;
}

/**
 * Loads a server over HTTP/1.1 from 64 connections that stay, with one request under way on each: as many as {@link runH2load}
 * has.
 *
 * @returns the answers a second.
 * @throws Error if an answer had another status, or was too short to be real.
 */
export async function runHttpLoad(options: HttpLoadOptions): Promise<number> {
  const { stdout } = await promisify(execFile)('h2load', [
    ...['--h1', '-t1', '-c64', '-m1', `-D${options.seconds}`, `--warm-up-time=${options.warmUpSeconds}`],
    ...options.headers.flatMap((header) => ['-H', header]),
    `http://127.0.0.1:${options.port}${options.path}`,
  ]);
  return readRate(stdout, options.answerBytes, options.status);
}

type StatusClass = '2xx' | '3xx';

const ONLY: Readonly<Record<StatusClass, RegExp>> = {
  '2xx': /status codes: \d+ 2xx, 0 3xx, 0 4xx, 0 5xx/,
  '3xx': /status codes: 0 2xx, \d+ 3xx, 0 4xx, 0 5xx/,
};

/** Reads the rate out of h2load's report, and refuses a report of answers that failed or were too short. */
export function readRate(report: string, answerBytes: number, status: StatusClass = '2xx'): number {
  const rate = /finished in .*?, ([\d.]+) req\/s/.exec(report)?.[1];
  const done = /(\d+) done, (\d+) succeeded, 0 failed, 0 errored, 0 timeout/.exec(report);
  const allOk = ONLY[status].test(report);
  // The traffic is that of the warm-up too, so it may be more than the counted answers need, never less.
  const data = /\((\d+)\) data/.exec(report)?.[1];
  const answers = Number(done?.[1] ?? 0);
  if (allOk && answers > 0 && done?.[1] === done?.[2] && Number(data) >= answers * answerBytes) return Number(rate);
  throw new Error(`h2load met answers that failed or were too short:\n${report}`);
}
