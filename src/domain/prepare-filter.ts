import { isJsonObject, type JsonObject, type JsonValue } from './json.js';

export type Scalar = Exclude<JsonValue, JsonObject | JsonValue[]>;

/** The members that an object must have, by the type of their values. */
export interface WantedObject {
  readonly scalars: readonly (readonly [key: string, value: Scalar])[];
  readonly objects: readonly (readonly [key: string, wanted: WantedObject])[];
  readonly arrays: readonly (readonly [key: string, wanted: WantedArray])[];
}

/** The elements that an array must have, each once, by type. */
export interface WantedArray {
  readonly scalars: readonly Scalar[];
  readonly objects: readonly WantedObject[];
  readonly arrays: readonly WantedArray[];
}

/** Sorts the parts of a filter by type, and drops what its lists want twice. Takes time in proportion to its size. */
export function prepareFilter(filter: JsonObject): WantedObject {
  return new Preparation().object(filter);
}

/** Makes equal parts of one filter one and the same. */
class Preparation {
  /** The parts by what they are made of: keys, scalars, and the numbers of smaller parts. */
  readonly #parts = new Map<string, WantedObject | WantedArray>();
  readonly #numbers = new Map<WantedObject | WantedArray, number>();

  object(object: JsonObject): WantedObject {
    const scalars: [string, Scalar][] = [];
    const objects: [string, WantedObject][] = [];
    const arrays: [string, WantedArray][] = [];
    const made: string[] = [];
    for (const [key, value] of Object.entries(object)) {
      if (Array.isArray(value)) arrays.push([key, this.#array(value)]);
      else if (isJsonObject(value)) objects.push([key, this.object(value)]);
      else scalars.push([key, value]);
    }
    for (const [key, value] of scalars) made.push(`${JSON.stringify(key)}=${JSON.stringify(value)}`);
    for (const [key, part] of [...objects, ...arrays]) made.push(`${JSON.stringify(key)}:${this.#numberOf(part)}`);
    return this.#share(`{${made.sort().join()}}`, { scalars, objects, arrays });
  }

  #array(array: JsonValue[]): WantedArray {
    const scalars = new Set<Scalar>();
    const objects = new Set<WantedObject>();
    const arrays = new Set<WantedArray>();
    for (const element of array) {
      if (Array.isArray(element)) arrays.add(this.#array(element));
      else if (isJsonObject(element)) objects.add(this.object(element));
      else scalars.add(element);
    }
    const made = [...scalars].map((value) => JSON.stringify(value));
    for (const part of [...objects, ...arrays]) made.push(`:${this.#numberOf(part)}`);
    return this.#share(`[${made.sort().join()}]`, {
      scalars: [...scalars],
      objects: [...objects],
      arrays: [...arrays],
    });
  }

  #share<W extends WantedObject | WantedArray>(made: string, part: W): W {
    const known = this.#parts.get(made);
    // An object's text begins with a brace and an array's with a bracket, so it is of this type.
    if (known !== undefined) return known as W;
    this.#parts.set(made, part);
    this.#numbers.set(part, this.#numbers.size);
    return part;
  }

  #numberOf(part: WantedObject | WantedArray): number {
    return this.#numbers.get(part) ?? -1;
  }
}
