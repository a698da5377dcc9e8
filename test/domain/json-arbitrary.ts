import fc from 'fast-check';
import type { JsonObject, JsonValue } from '../../src/domain/json.js';

/** The keys that go wrong in naive code, beside ordinary ones; few, so that two random documents share some. */
const KEYS = ['a', 'b', '', 'a.b', '$set', 'constructor', 'toJSON', 'hasOwnProperty', 'é', '👩‍🚀'];

const scalar = fc.oneof(
  fc.constantFrom<JsonValue>(null, true, false, 0, 1, '', '1', 'é', '🚀'),
  fc.string({ unit: 'binary', maxLength: 4 }),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => number + 0), // -0 + 0 is 0
);

interface Options {
  /** The keys that objects draw from. */
  keys?: readonly string[];
  /** What stands at the leaves. */
  leaf?: fc.Arbitrary<JsonValue>;
}

/** Makes random documents, small and nested, over few keys. No two share an object, and none has a `-0`. */
export function jsonObject({ keys = KEYS, leaf = scalar }: Options = {}): fc.Arbitrary<JsonObject> {
  const tied = fc.letrec<{ value: JsonValue; array: JsonValue[]; object: JsonObject }>((tie) => ({
    value: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      { weight: 2, arbitrary: leaf },
      { weight: 1, arbitrary: tie('array') },
      { weight: 2, arbitrary: tie('object') },
    ),
    array: fc.array(tie('value'), { maxLength: 4 }),
    object: fc.dictionary(fc.constantFrom(...keys), tie('value'), { maxKeys: 4, noNullPrototype: true }),
  }));
  return tied.object;
}

/** Freezes a document all the way down, so that a write into it throws. */
export function deepFreeze<V extends JsonValue>(value: V): V {
  if (typeof value === 'object' && value !== null) {
    Object.values(value).forEach(deepFreeze);
    Object.freeze(value);
  }
  return value;
}
