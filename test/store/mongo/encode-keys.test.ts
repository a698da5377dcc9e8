import test from 'ava';
import fc from 'fast-check';
import { decodeKey, encodeKey } from '../../../src/store/mongo/encode-keys.js';
import { HARD_KEYS } from '../../struct/arbitrary-document.js';

const cases = [
  { key: 'plain', expected: 'plain' },
  { key: '', expected: '%' },
  { key: '%', expected: '%25' },
  { key: 'a.b', expected: 'a%2Eb' },
  { key: '.', expected: '%2E' },
  { key: '$ref', expected: '%24ref' },
  { key: '$a.$b', expected: '%24a%2E$b' },
  { key: 'a$', expected: 'a$' },
  { key: '_bsontype', expected: '%5Fbsontype' },
  { key: '__proto__', expected: '%5F_proto__' },
  { key: '_bsontypes', expected: '_bsontypes' },
  { key: 'constructor', expected: 'constructor' },
];

for (const { key, expected } of cases) {
  test(`the key "${key}" is stored as "${expected}", and read again`, (t) => {
    t.is(encodeKey(key), expected);
    t.is(decodeKey(expected), key);
  });
}

for (const key of ['a.b', '$set', '', '_bsontype', '__proto__', '%2e', '%zz', 'a%', '%41', '%5Fother', '%%']) {
  test(`no key is stored as "${key}"`, (t) => {
    t.is(decodeKey(key), undefined);
  });
}

test('every key comes back, no two are stored alike, and none as MongoDB could mistake it', (t) => {
  const texts = fc.oneof(
    fc.constantFrom(...HARD_KEYS),
    fc.string({ unit: fc.constantFrom('%', '2', 'E', '.', '$', '_', 'a', '5', 'F') }),
    fc.string({ unit: 'binary' }),
  );
  const check = (key: string, other: string) => {
    const encoded = encodeKey(key);
    const isMistakable = /[.]|^\$|^$|^_bsontype$|^__proto__$/.test(encoded);
    return !isMistakable && decodeKey(encoded) === key && (key === other || encoded !== encodeKey(other));
  };
  t.notThrows(() => {
    fc.assert(fc.property(texts, texts, check), { numRuns: 5000 });
  });
});
