import { sizeBytes } from '../../../src/domain/size-limit.js';
import type { JsonObject, JsonValue } from '../../../src/domain/json.js';
import type { Json } from '../client.js';
import { CANARIES } from './canaries.js';

const DOCUMENTS = {
  privateMetadata: CANARIES.private,
  privateContains: CANARIES.private,
  publicMetadata: CANARIES.public,
  publicContains: CANARIES.public,
} as const;

/** Puts a canary into every document of a request that says anything, so that what comes of the request stays the same. */
export function plantCanaries(request: Json): Json {
  const planted = { ...request };
  for (const [field, canary] of Object.entries(DOCUMENTS)) {
    const document = request[field];
    if (document !== undefined) planted[field] = plant(document as JsonObject, canary);
  }
  return planted;
}

/** A document that is empty stays so. Where a limit may be near, the canary takes the place of as many bytes. */
function plant(document: JsonObject, canary: string): JsonObject {
  if (Object.keys(document).length === 0) return document;
  if (sizeBytes(document) > 1000) return overwrite(document, canary);
  return { ...document, [`${canary}Key`]: `${canary}Value` };
}

function overwrite<T extends JsonValue>(value: T, canary: string): T {
  if (typeof value === 'string') {
    if (value.length < 100) return value;
    return Buffer.concat([Buffer.from(canary), Buffer.from(value).subarray(canary.length)]).toString() as T;
  }
  if (Array.isArray(value)) return value.map((element: JsonValue) => overwrite(element, canary)) as unknown as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, overwrite(member, canary)])) as T;
}
