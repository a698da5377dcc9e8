import test from 'ava';
import { Struct, StructFault } from '../../src/struct/index.js';
import { testFaults } from './fault-case.js';
import {
  element,
  entry,
  inside,
  key,
  listKind,
  member,
  nullKind,
  numberKind,
  stringKind,
  structKind,
  trueKind,
  value,
} from './wire-bytes.js';

const nan = numberKind(NaN);
const overlongSlash = Uint8Array.of(0xc0, 0xaf);
const surrogate = Uint8Array.of(0xed, 0xa0, 0x80);
const cutCharacter = Uint8Array.of(0x61, 0xf0, 0x9f, 0x98);

/** Nests objects, or arrays, to so many levels, the document itself included. */
function nestedTo(levels: number, kind: 'objects' | 'arrays'): Uint8Array {
  let innermost = kind === 'objects' ? structKind() : listKind();
  for (let level = 2; level < levels; level += 1) {
    innermost = kind === 'objects' ? structKind(member('k', innermost)) : listKind(element(innermost));
  }
  return member('k', innermost);
}

testFaults([
  { title: 'NaN', bytes: inside(member('n', nan)), path: 'outer.list[1].n', problem: /NaN and infinities/ },
  { title: 'infinity', bytes: member('n', numberKind(Infinity)), path: 'n', problem: /NaN and infinities/ },
  { title: '-infinity', bytes: member('n', numberKind(-Infinity)), path: 'n', problem: /NaN and infinities/ },
  {
    title: 'NaN in a list',
    bytes: member('n', listKind(element(nullKind), element(nan))),
    path: 'n[1]',
    problem: /NaN/,
  },
  { title: 'NaN under the key ""', bytes: member('a', structKind(member('', nan))), path: 'a.', problem: /NaN/ },
  { title: 'a value before its key', bytes: entry(value(nan), key('k')), path: 'k', problem: /NaN/ },

  { title: 'a Value with no kind', bytes: inside(member('v')), path: 'outer.list[1].v', problem: /no kind/ },
  { title: 'an element with no kind', bytes: member('l', listKind(element())), path: 'l[0]', problem: /no kind/ },
  { title: 'an entry without a value', bytes: entry(key('k')), path: 'k', problem: /no kind/ },
  { title: 'an empty entry', bytes: entry(), path: '', problem: /no kind/ },

  {
    title: '33 levels of objects',
    bytes: nestedTo(33, 'objects'),
    path: Array(32).fill('k').join('.'),
    problem: /32 levels/,
  },
  { title: '33 levels of arrays', bytes: nestedTo(33, 'arrays'), path: `k${'[0]'.repeat(31)}`, problem: /32 levels/ },
  { title: '2000 levels', bytes: nestedTo(2000, 'objects'), path: Array(32).fill('k').join('.'), problem: /32 levels/ },

  { title: 'a key with NUL', bytes: inside(member('a\0b', trueKind)), path: 'outer.list[1].a\\0b', problem: /NUL/ },
  {
    title: 'a long key with NUL',
    bytes: member(`${'é'.repeat(99)}\0`, trueKind),
    path: `${'é'.repeat(30)}…`,
    problem: /NUL/,
  },
  { title: 'the key __proto__', bytes: member('__proto__', structKind()), path: '__proto__', problem: /__proto__/ },
  {
    title: '__proto__ deep inside',
    bytes: inside(member('__proto__', trueKind)),
    path: 'outer.list[1].__proto__',
    problem: /__proto__/,
  },

  {
    title: 'an overlong slash in a text',
    bytes: inside(member('t', stringKind(overlongSlash))),
    path: 'outer.list[1].t',
    problem: /UTF-8/,
  },
  { title: 'a surrogate in a text', bytes: member('t', stringKind(surrogate)), path: 't', problem: /UTF-8/ },
  { title: 'a cut character in a text', bytes: member('t', stringKind(cutCharacter)), path: 't', problem: /UTF-8/ },
  {
    title: 'invalid UTF-8 in a text that has U+FFFD as well',
    bytes: member('t', stringKind(Buffer.concat([Buffer.from('\ufffd'.repeat(20)), Uint8Array.of(0xff)]))),
    path: 't',
    problem: /UTF-8/,
  },
  {
    title: 'invalid UTF-8 at the end of a long text',
    bytes: member('t', stringKind(Buffer.concat([Buffer.alloc(5000, 'x'), Uint8Array.of(0x80)]))),
    path: 't',
    problem: /UTF-8/,
  },
  {
    title: 'invalid UTF-8 in a key',
    bytes: inside(member(overlongSlash, trueKind)),
    path: 'outer.list[1].\ufffd\ufffd',
    problem: /UTF-8/,
  },
  { title: 'a cut character in a key', bytes: member(cutCharacter, trueKind), path: 'a\ufffd', problem: /UTF-8/ },
  {
    title: 'two keys that decode alike where invalid UTF-8 is replaced',
    bytes: Buffer.concat([member(Uint8Array.of(0xff), trueKind), member(Uint8Array.of(0xfe), trueKind)]),
    path: '\ufffd',
    problem: /UTF-8/,
  },
]);

test('32 levels of objects, and of arrays, are accepted', (t) => {
  for (const kind of ['objects', 'arrays'] as const) {
    t.false(Struct.decode(nestedTo(32, kind)) instanceof StructFault, kind);
  }
});

test('a path is cut at 256 bytes', (t) => {
  let kind = nan;
  for (let level = 0; level < 20; level += 1) kind = structKind(member('é'.repeat(32), kind));
  const fault = Struct.decode(member('k', kind)) as StructFault;
  t.true(Buffer.byteLength(fault.path) <= 256);
  t.true(fault.path.endsWith('…'));
});
