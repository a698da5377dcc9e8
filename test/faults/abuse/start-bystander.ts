import type { ExecutionContext } from 'ava';
import { forkChild } from './fork-child.js';

/** How the calls of a well-behaved client went in a span. */
export interface BystanderReport {
  readonly calls: number;
  /** The code and message of each call that did not succeed. */
  readonly failures: readonly string[];
  /** In milliseconds. */
  readonly readP99: number;
  readonly updateP99: number;
}

/** A well-behaved client that calls at a steady pace. */
export interface Bystander {
  readonly pid: number;
  /** Waits for the calls under way, and tells of all since it was told last. */
  take(): Promise<BystanderReport>;
}

/**
 * Starts a client in a process of its own, which calls until the test ends.
 *
 * @param authority the file of the authority whose certificate the server has, if it has one.
 */
export async function startBystander(
  t: ExecutionContext,
  address: string,
  key: string,
  authority?: string,
): Promise<Bystander> {
  const child = await forkChild(t, 'bystander.child.ts', [
    address,
    key,
    ...(authority === undefined ? [] : [authority]),
  ]);
  return {
    pid: child.pid,
    take() {
      child.send('take');
      return child.receive() as Promise<BystanderReport>;
    },
  };
}
