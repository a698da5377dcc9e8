import type { JsonObject } from '../src/domain/json.js';
import { makeDocument } from './documents.js';

/** How many different documents there are; the records of a large store share them. */
const DOCUMENTS = 500;

/** Makes the public metadata of numbered records: 1 to 2 KB each, 1.5 KB in the mean, the same number the same document. */
export function makeNumberedDocuments(): (number: number) => JsonObject {
  const documents = Array.from({ length: DOCUMENTS }, (_, index) => {
    return makeDocument(index, 1024 + Math.floor((index * 1024) / (DOCUMENTS - 1)));
  });
  return (number) => documents[number % DOCUMENTS] ?? {};
}

/** The id of the record with this number. All are of one length, so that a request can be changed in place. */
export function numberedId(number: number): string {
  return `org_${String(number).padStart(9, '0')}`;
}
