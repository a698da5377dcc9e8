import type { Change } from './modify.js';
import type { CallOptions } from './options.js';

/** What a call is about: the organization's id, and whatever else it takes. */
export interface AnyParameters {
  readonly organizationId: string;
  readonly etag?: string;
}

/** The arguments of a call in any form: see {@link Arguments}. */
export type AnyArguments = readonly unknown[];

/** Makes one form of both: the organization's id and then an object, or one object with all. */
export function readArguments(args: AnyArguments): { parameters: AnyParameters; options: CallOptions | undefined } {
  const [first, ...rest] = args;
  if (typeof first !== 'string')
    return { parameters: first as AnyParameters, options: rest[0] as CallOptions | undefined };
  const [parameters, options] = rest as [object?, CallOptions?];
  return { parameters: { ...parameters, organizationId: first }, options };
}

/** Reads the arguments of a modification: those of its owner, the function, and the options. */
export function readModification(args: AnyArguments): {
  owner: AnyParameters;
  change: Change;
  options: CallOptions | undefined;
} {
  const at = args.findIndex((argument) => typeof argument === 'function');
  const { parameters } = readArguments(args.slice(0, at));
  return { owner: parameters, change: args[at] as Change, options: args[at + 1] as CallOptions | undefined };
}
