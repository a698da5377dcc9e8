import type { Metadata } from '@grpc/grpc-js';
import type { Caller } from '../auth/caller.js';

/**
 * Carries the caller from require-role, which learns who it is, to the handler: by the call's metadata object, which
 * grpc-js hands on as it is. (AsyncLocalStorage is lost between the headers and a larger message.)
 */
const callers = new WeakMap<Metadata, Caller>();

/** Remembers who makes a call. */
export function setCaller(metadata: Metadata, caller: Caller): void {
  callers.set(metadata, caller);
}

/** Tells who makes a call. Throws if require-role has not let it pass: that is a bug. */
export function callerOf(metadata: Metadata): Caller {
  const caller = callers.get(metadata);
  if (caller === undefined) throw new Error('a call reached its handler without passing require-role');
  return caller;
}
