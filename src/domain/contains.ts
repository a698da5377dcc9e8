import { argumentInvalid } from './errors.js';
import { isJsonObject, type JsonObject, type JsonValue } from './json.js';
import { prepareFilter, type Scalar, type WantedArray, type WantedObject } from './prepare-filter.js';

/**
 * The most comparisons of one document with one filter: some milliseconds of work. A filter without lists needs as many as
 * it has members; only lists of hundreds of objects or lists, against others, come near.
 */
export const COMPARISONS_MAX = 200_000;

/** The longest array that is searched from its beginning: for so few elements, sorting them first doesn't pay. */
const SHORT_ARRAY = 16;

/**
 * Tells whether a document contains a filter.
 *
 * @throws OrgmetaError ARGUMENT_INVALID if it takes more than {@link COMPARISONS_MAX} comparisons to tell
 */
export type Matcher = (document: JsonObject) => boolean;

/**
 * Prepares a filter for the many documents of a listing. A document contains it as PostgreSQL's jsonb operator `@>` has it
 * between objects: every member given is there, objects recursively, and every element of a given array is contained in
 * some element of the stored one, whatever the order and the number of either.
 *
 * @param field the proto field of the filter, which the error names.
 */
export function compileContains(field: string, filter: JsonObject): Matcher {
  const wanted = prepareFilter(filter);
  return (document) => new Search(field).objectContains(document, wanted);
}

/** Tells whether a document contains another: {@link compileContains} for one document. */
export function contains(document: JsonObject, filter: JsonObject): boolean {
  return compileContains('filter', filter)(document);
}

/** The elements of an array by type: only those of one type can contain each other. */
interface Elements {
  readonly scalars: ReadonlySet<Scalar>;
  readonly objects: readonly JsonObject[];
  readonly arrays: readonly JsonValue[][];
}

/** The search for a filter in one document. */
class Search {
  readonly #field: string;
  /** The elements of the long arrays: each may be compared with many of the filter. */
  readonly #sorted = new Map<JsonValue[], Elements>();
  #comparisons = 0;

  constructor(field: string) {
    this.#field = field;
  }

  objectContains(object: JsonObject, { scalars, objects, arrays }: WantedObject): boolean {
    this.#count(1);
    for (const [key, wanted] of scalars) {
      if (this.#member(object, key) !== wanted) return false;
    }
    for (const [key, wanted] of objects) {
      const member = this.#member(object, key);
      if (!isJsonObject(member) || !this.objectContains(member, wanted)) return false;
    }
    for (const [key, wanted] of arrays) {
      const member = this.#member(object, key);
      if (!Array.isArray(member) || !this.#arrayContains(member, wanted)) return false;
    }
    return true;
  }

  #arrayContains(array: JsonValue[], wanted: WantedArray): boolean {
    this.#count(1);
    const isShort = array.length <= SHORT_ARRAY;
    const { scalars, objects, arrays } = isShort
      ? { scalars: array, objects: array, arrays: array }
      : this.#sort(array);
    for (const one of wanted.scalars) {
      this.#count(1);
      if (Array.isArray(scalars) ? !scalars.includes(one) : !scalars.has(one)) return false;
    }
    for (const one of wanted.objects) {
      if (!this.#someObjectContains(objects, one)) return false;
    }
    for (const one of wanted.arrays) {
      if (!this.#someArrayContains(arrays, one)) return false;
    }
    return true;
  }

  #someObjectContains(elements: readonly JsonValue[], wanted: WantedObject): boolean {
    for (const element of elements) {
      this.#count(1);
      if (isJsonObject(element) && this.objectContains(element, wanted)) return true;
    }
    return false;
  }

  #someArrayContains(elements: readonly JsonValue[], wanted: WantedArray): boolean {
    for (const element of elements) {
      this.#count(1);
      if (Array.isArray(element) && this.#arrayContains(element, wanted)) return true;
    }
    return false;
  }

  #member(object: JsonObject, key: string): JsonValue | undefined {
    this.#count(1);
    return Object.hasOwn(object, key) ? object[key] : undefined;
  }

  #sort(array: JsonValue[]): Elements {
    const known = this.#sorted.get(array);
    if (known !== undefined) return known;
    const scalars = new Set<Scalar>();
    const objects: JsonObject[] = [];
    const arrays: JsonValue[][] = [];
    for (const element of array) {
      if (Array.isArray(element)) arrays.push(element);
      else if (isJsonObject(element)) objects.push(element);
      else scalars.add(element);
    }
    const elements = { scalars, objects, arrays };
    this.#sorted.set(array, elements);
    return elements;
  }

  #count(comparisons: number): void {
    this.#comparisons += comparisons;
    if (this.#comparisons <= COMPARISONS_MAX) return;
    throw argumentInvalid(
      this.#field,
      `takes more than ${COMPARISONS_MAX} comparisons with a stored document; ` +
        'give fewer objects and lists as elements of its lists',
    );
  }
}
