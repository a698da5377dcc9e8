import type { ExecutionContext } from 'ava';
import { field } from '../e2e/raw.js';
import { connectRaw, frame, readToEnd } from '../rpc/raw-call.js';

/**
 * Makes a call whose deadline only the service knows, so that it is the service that keeps it.
 *
 * @returns how it ended, and after how many milliseconds.
 */
export async function callWithDeadline(
  t: ExecutionContext,
  { address, key }: { readonly address: string; readonly key: string },
  rpc: string,
  deadlineMs: number,
): Promise<{ status: string | undefined; tookMs: number }> {
  const { session, call } = connectRaw(t, address);
  await new Promise((resolve) => session.once('connect', resolve));
  const started = performance.now();
  const stream = call(`/orgmeta.v1.BackendMetadata/${rpc}`, {
    authorization: `Bearer ${key}`,
    'grpc-timeout': `${deadlineMs}m`,
  });
  stream.end(frame(field(1, 'org-deadline')));
  const { status } = await readToEnd(stream);
  return { status, tookMs: performance.now() - started };
}
