import { isJsonObject, type JsonObject, type JsonValue } from '../../domain/json.js';
import type { ListQuery } from '../store.js';
import { encodeKey } from './encode-keys.js';

/** The most conditions that are sent, each once. What more there would be is decided here alone. */
const MOST_CONDITIONS = 32;

/** A key that a server may take for the place of an element in an array. */
const INDEX = /^\d+$/;

/**
 * Makes of a listing's filters the conditions for the database, which may match too much and never too little: it compares
 * scalars, by the path to them, on which an array stands for each of its elements. What it would compare in another way
 * than `domain/contains` is left out: null, which it also finds where nothing is, arrays in arrays, and keys like indexes.
 */
export function buildFilter({
  publicContains,
  privateContains,
}: Pick<ListQuery, 'publicContains' | 'privateContains'>): Record<string, unknown>[] {
  const conditions: Conditions = new Map();
  if (publicContains !== undefined) addMembers(conditions, 'public_metadata', publicContains);
  if (privateContains !== undefined) addMembers(conditions, 'private_metadata', privateContains);
  return [...conditions.values()];
}

/** By what they say, so that equal ones are there once. */
type Conditions = Map<string, Record<string, unknown>>;

function addMembers(conditions: Conditions, path: string, wanted: JsonObject): void {
  for (const [key, value] of Object.entries(wanted)) {
    if (INDEX.test(key)) continue;
    const memberPath = `${path}.${encodeKey(key)}`;
    if (!Array.isArray(value)) addValue(conditions, memberPath, value);
    else for (const element of value) if (!Array.isArray(element)) addValue(conditions, memberPath, element);
  }
}

function addValue(conditions: Conditions, path: string, value: Exclude<JsonValue, JsonValue[]>): void {
  if (isJsonObject(value)) addMembers(conditions, path, value);
  else if (value !== null && conditions.size < MOST_CONDITIONS) {
    conditions.set(JSON.stringify([path, value]), { [path]: { $eq: value } });
  }
}
