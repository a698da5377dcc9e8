import { OrgmetaError } from './errors.js';
import type { JsonObject } from './json.js';

/** The most bytes of one metadata document, inclusive. */
export const LIMIT_BYTES = 8192;

/** Counts what the limit counts: the UTF-8 bytes of the document's compact JSON, as `JSON.stringify` writes it. */
export function sizeBytes(document: JsonObject): number {
  return Buffer.byteLength(JSON.stringify(document));
}

/**
 * Counts a document and refuses one over the limit.
 *
 * @param field the proto field that the error names.
 * @returns the size in bytes.
 * @throws OrgmetaError METADATA_TOO_LARGE
 */
export function checkLimit(field: string, document: JsonObject): number {
  const size = sizeBytes(document);
  if (size <= LIMIT_BYTES) return size;
  throw new OrgmetaError(
    'METADATA_TOO_LARGE',
    `${field} would be ${size} bytes of JSON, ${size - LIMIT_BYTES} over the limit of ${LIMIT_BYTES}; ` +
      'remove members, or store large values elsewhere and keep a reference',
    { field, size_bytes: String(size), limit_bytes: String(LIMIT_BYTES) },
  );
}
