import { isJsonObject, type JsonObject, type JsonValue } from './json.js';

/**
 * Tells whether a document contains another, as PostgreSQL's jsonb operator `@>` has it between objects: every member
 * given is there, objects recursively, and every element of a given array is contained in some element of the stored
 * one, whatever the order and the number of either.
 */
export function contains(document: JsonObject, filter: JsonObject): boolean {
  return objectContains(document, filter);
}

function valueContains(value: JsonValue, filter: JsonValue): boolean {
  if (Array.isArray(filter)) return Array.isArray(value) && arrayContains(value, filter);
  if (isJsonObject(filter)) return isJsonObject(value) && objectContains(value, filter);
  return value === filter;
}

function objectContains(object: JsonObject, filter: JsonObject): boolean {
  return Object.entries(filter).every(
    ([key, wanted]) => Object.hasOwn(object, key) && valueContains(object[key] as JsonValue, wanted),
  );
}

function arrayContains(array: JsonValue[], filter: JsonValue[]): boolean {
  // Scalars are looked up, so that two long lists of numbers don't cost the product of their lengths.
  const scalars = new Set(array.filter((element) => typeof element !== 'object' || element === null));
  return filter.every((wanted) =>
    typeof wanted === 'object' && wanted !== null
      ? array.some((element) => valueContains(element, wanted))
      : scalars.has(wanted),
  );
}
