import type { Contained, MergePatch } from './metadata-types.js';
import type { CallOptions } from './options.js';

/** Makes a write conditional, or only tries it. */
export interface WriteConditions {
  /** Writes only if this is the record's etag; `*` if there is a record, `0` if there is none. Empty or left out: no condition. */
  readonly etag?: string | undefined;
  /** Checks everything, writes nothing, and gives what would be stored. */
  readonly validateOnly?: boolean | undefined;
}

/** What an update changes. A document that is left out stays as it is; so do the members that a given one doesn't name. */
export interface Update<Public, Private> extends WriteConditions {
  readonly publicMetadata?: MergePatch<Public> | undefined;
  readonly privateMetadata?: MergePatch<Private> | undefined;
}

/** What a replacement sets as a whole. A document that is left out stays as it is. */
export interface Replacement<Public, Private> extends WriteConditions {
  readonly publicMetadata?: Public | undefined;
  readonly privateMetadata?: Private | undefined;
}

/** Which deletions are done. */
export interface Deletion {
  /** Deletes only if this is the record's etag. */
  readonly etag?: string | undefined;
}

/** What a list is to hold, and how it is fetched. */
export interface Listing<Public, Private> {
  /** What the public metadata of a record must contain. */
  readonly publicContains?: Contained<Public> | undefined;
  /** What its private metadata must contain. */
  readonly privateContains?: Contained<Private> | undefined;
  /** How many records are fetched at once: 50 if left out, 1000 at most. */
  readonly pageSize?: number | undefined;
}

/** The documents of a record: what is stored, and what is to be. */
export interface Documents<Public, Private> {
  readonly publicMetadata: Public;
  readonly privateMetadata: Private;
}

/** What a function makes of the documents of a record. One that it leaves out stays as it is. */
export type Changed<Given> = { readonly [Name in keyof Given]?: Given[Name] | undefined };

/** Leaves out what an invitation has not got. */
export type PublicOnly<Parameters> = Omit<Parameters, 'privateMetadata' | 'privateContains'>;

/** Calls take the organization's id first and then an object, or one object with all. */
export type WithOrganization<Parameters> = Parameters & { readonly organizationId: string };

/** The arguments of a call, in either form. */
export type Arguments<Parameters> =
  | [organizationId: string, parameters: Parameters, options?: CallOptions]
  | [parameters: WithOrganization<Parameters>, options?: CallOptions];

/** The arguments of a call that needs no more than the organization's id. */
export type OptionalArguments<Parameters> =
  | [organizationId: string, parameters?: Parameters, options?: CallOptions]
  | [parameters: WithOrganization<Parameters>, options?: CallOptions];
