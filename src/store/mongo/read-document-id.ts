/** The BSON type of text. */
const TEXT = 2;

const ID = Buffer.from('_id\0');

/**
 * Reads the `_id` of a document without parsing the rest; gives an empty text for one that is no text. A server puts it
 * first, and where it doesn't, this finds the one of the document itself and not one inside it.
 */
export function readDocumentId(document: Uint8Array): string {
  const bytes = Buffer.from(document.buffer, document.byteOffset, document.byteLength);
  if (bytes[4] !== TEXT || bytes.compare(ID, 0, ID.length, 5, 5 + ID.length) !== 0) return '';
  const length = bytes.readInt32LE(9);
  return bytes.toString('utf8', 13, 12 + length);
}
