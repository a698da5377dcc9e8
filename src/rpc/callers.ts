import type { Metadata } from '@grpc/grpc-js';
import type { Caller } from '../auth/caller.js';

/**
 * Carries the caller from require-role, which learns who it is, to the handler: on the call's metadata object, which
 * grpc-js hands on as it is. (AsyncLocalStorage is lost between the headers and a larger message, and a WeakMap with an
 * entry for every call costs the garbage collector more than all that this service does in a call.)
 */
const CALLER = Symbol('caller');

type WithCaller = Metadata & { [CALLER]?: Caller };

/** Remembers who makes a call. */
export function setCaller(metadata: Metadata, caller: Caller): void {
  (metadata as WithCaller)[CALLER] = caller;
}

/** Tells who makes a call; undefined if require-role has not let it pass. */
export function findCaller(metadata: Metadata): Caller | undefined {
  return (metadata as WithCaller)[CALLER];
}

/** Tells who makes a call. Throws if require-role has not let it pass: that is a bug. */
export function callerOf(metadata: Metadata): Caller {
  const caller = findCaller(metadata);
  if (caller === undefined) throw new Error('a call reached its handler without passing require-role');
  return caller;
}
