import { BinaryWriter } from '@bufbuild/protobuf/wire';
import type { JsonObject } from '../../../src/domain/json.js';
import { Struct } from '../../../src/struct/index.js';
import { StructError } from '../../../src/struct/struct-error.js';
import { OrgmetaError } from './orgmeta-error.js';
import type { Rpc } from './rpc.js';
import { toPlainJson } from './to-plain-json.js';

/** The fields of requests that hold a document, with their names on the wire. */
const DOCUMENTS = {
  publicMetadata: 'public_metadata',
  privateMetadata: 'private_metadata',
  publicContains: 'public_contains',
  privateContains: 'private_contains',
} as const;

/**
 * Encodes a request. Documents are taken as `JSON.stringify` takes them, but that a number which isn't JSON is an error and not null.
 *
 * @throws OrgmetaError `METADATA_INVALID` for a document that isn't JSON, with its field and the path in it
 */
export function encodeRequest({ requestSerialize }: Rpc<unknown>, request: object): Buffer {
  try {
    return requestSerialize(request as never);
  } catch (error) {
    // Only what isn't plain JSON as it stands is walked.
    if (error instanceof StructError) return requestSerialize(plainRequest(request) as never);
    throw error;
  }
}

function plainRequest(request: object): object {
  const plain = { ...request } as Record<string, unknown>;
  for (const [name, field] of Object.entries(DOCUMENTS)) {
    if (plain[name] === undefined) continue;
    plain[name] = toPlainJson(plain[name]);
    checkDocument(field, plain[name] as JsonObject);
  }
  return plain;
}

function checkDocument(field: string, document: JsonObject): void {
  try {
    Struct.encode(document, new BinaryWriter());
  } catch (error) {
    if (!(error instanceof StructError)) throw error;
    const { path, problem } = error.fault;
    const where = path === '' ? field : `${field}, at ${path}`;
    const description = {
      code: 'INVALID_ARGUMENT',
      reason: 'METADATA_INVALID',
      field,
      metadata: { field, path },
    } as const;
    throw new OrgmetaError(`${where}: ${problem}`, description, error);
  }
}
