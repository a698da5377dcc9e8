import { isDeepStrictEqual } from 'node:util';
import type { Json, JsonObject } from './scenario.js';

/** What came of a step, as a client's program says it; or why the program can't do it. */
export type Outcome = { readonly result: JsonObject } | { readonly error: JsonObject } | { readonly skipped: string };

/** Members that are compared as a whole: documents. */
const DOCUMENTS = new Set(['publicMetadata', 'privateMetadata']);

/**
 * Finds where an outcome differs from what was expected. Objects need to have at least the members that are expected, lists exactly
 * the elements, and documents are compared as a whole.
 *
 * @returns the path, or undefined if all is as expected
 */
export function findDifference(actual: Json | undefined, expected: Json, path = ''): string | undefined {
  if (Array.isArray(expected)) {
    if (!Array.isArray(actual) || actual.length !== expected.length) return path;
    const [elements, wanted] = [actual as readonly Json[], expected as readonly Json[]];
    return firstOf(wanted, (value, index) => findDifference(elements[index], value, `${path}[${index}]`));
  }
  if (typeof expected !== 'object' || expected === null) return Object.is(actual, expected) ? undefined : path;
  if (typeof actual !== 'object' || actual === null || Array.isArray(actual)) return path;
  const members = actual as JsonObject;
  return firstOf(Object.entries(expected as JsonObject), ([name, value]) => {
    const place = path === '' ? name : `${path}.${name}`;
    if (DOCUMENTS.has(name)) return isDeepStrictEqual(members[name], value) ? undefined : place;
    return findDifference(members[name], value, place);
  });
}

function firstOf<Item>(items: readonly Item[], find: (item: Item, index: number) => string | undefined) {
  for (const [index, item] of items.entries()) {
    const found = find(item, index);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Makes outcomes of different runs comparable: etags and times are only there or not. */
export function withoutChance(outcome: Outcome): Json {
  const chance = new Set(['etag', 'createTime', 'updateTime', 'acceptTime']);
  return JSON.parse(JSON.stringify(outcome), (name, value: Json) => (chance.has(name) ? 'varies' : value)) as Json;
}
