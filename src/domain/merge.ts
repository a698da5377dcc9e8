import { isJsonObject, jsonEqual, type JsonObject, type JsonValue } from './json.js';

/**
 * Merges a JSON Merge Patch (RFC 7396) into a document: a member replaces or adds, null removes it at any depth, an
 * array is replaced whole. Neither argument is changed.
 *
 * @returns the merged document; `target` itself if the patch changes nothing in it.
 */
export function mergePatch(target: JsonObject, patch: JsonObject): JsonObject {
  return merge(target, patch, true);
}

/**
 * Lays one document over another: objects are merged recursively, and everything else is taken from `document`, a null
 * too, since a document holds values where a patch holds instructions. Neither argument is changed.
 *
 * @returns the merged document; `target` itself if `document` changes nothing in it.
 */
export function overlay(target: JsonObject, document: JsonObject): JsonObject {
  return merge(target, document, false);
}

function merge(target: JsonObject, source: JsonObject, nullRemoves: boolean): JsonObject {
  let merged = target;
  for (const [key, value] of Object.entries(source)) {
    const before = Object.hasOwn(target, key) ? target[key] : undefined;
    const after = mergeMember(before, value, nullRemoves);
    if (after === before) continue;
    if (merged === target) merged = { ...target };
    // The key `__proto__` never gets here: no document may have it.
    if (after === undefined) Reflect.deleteProperty(merged, key);
    else merged[key] = after;
  }
  return merged;
}

function mergeMember(before: JsonValue | undefined, value: JsonValue, nullRemoves: boolean): JsonValue | undefined {
  if (value === null && nullRemoves) return undefined;
  if (isJsonObject(value)) return merge(isJsonObject(before) ? before : {}, value, nullRemoves);
  return before !== undefined && jsonEqual(before, value) ? before : value;
}
