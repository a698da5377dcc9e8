import { isDeepStrictEqual } from 'node:util';
import test from 'ava';
import { generateRecords } from '../../../examples/data/generate-records.js';
import type { JsonValue } from '../../../src/domain/json.js';
import { isJsonObject } from '../../../src/domain/json.js';
import { keyProblem, MAX_DEPTH } from '../../../src/domain/document.js';
import { isValidId, ownerName } from '../../../src/domain/owner.js';

const LIMIT = 8192;
const SCRIPTS = [
  'Arabic Armenian Bengali Cyrillic Devanagari Georgian Greek Han Hangul Hebrew Hiragana Katakana Latin Thaana Thai',
].flatMap((names) => names.split(' '));

const LONE_SURROGATE = /\p{Surrogate}/u;

const records = [...generateRecords(1, 1000)];
const documents = records.flatMap(({ publicMetadata, privateMetadata = {} }) => [publicMetadata, privateMetadata]);
const sizes = documents.map((document) => Buffer.byteLength(JSON.stringify(document)));

test('the same seed gives the same records, whatever was made in between', (t) => {
  const other = [...generateRecords(2, 100)];
  // ava's own comparison takes seconds for a megabyte.
  t.true(isDeepStrictEqual([...generateRecords(1, 1000)], records));
  t.false(isDeepStrictEqual(other, records.slice(0, 100)));
});

test('a smaller number gives the first of the same records', (t) => {
  t.true(isDeepStrictEqual([...generateRecords(1, 50)], records.slice(0, 50)));
});

test('no document is over the limit, and several lengths within 8 bytes of it occur', (t) => {
  t.true(sizes.every((size) => size <= LIMIT));
  t.deepEqual(
    [...new Set(sizes.filter((size) => size > LIMIT - 8))].sort(),
    [8185, 8186, 8187, 8188, 8189, 8190, 8191, 8192],
  );
});

test('every id is valid, and no owner occurs twice', (t) => {
  const ids = records.flatMap(({ owner }) => ownerName(owner).split('/'));
  t.deepEqual(
    ids.filter((id) => !isValidId(id)),
    [],
  );
  t.is(new Set(records.map(({ owner }) => `${owner.kind} ${ownerName(owner)}`)).size, records.length);
});

test('organizations, memberships and invitations occur, each with its own kinds of metadata', (t) => {
  const kinds = new Map(records.map(({ owner, privateMetadata }) => [owner.kind, privateMetadata !== undefined]));
  t.deepEqual(Object.fromEntries(kinds), { organization: true, membership: true, invitation: false });
});

test('names are written in 15 scripts', (t) => {
  const text = JSON.stringify(documents);
  t.deepEqual(
    SCRIPTS.filter((script) => !new RegExp(`\\p{Script=${script}}{3}`, 'u').test(text)),
    [],
  );
});

test('no document breaks a rule: keys, numbers and nesting are as the service takes them', (t) => {
  t.deepEqual(
    documents.flatMap((document) => problems(document, 1)),
    [],
  );
});

test('the nesting goes as deep as is allowed', (t) => {
  t.true(documents.some((document) => depth(document) === MAX_DEPTH));
});

function problems(value: JsonValue, level: number): string[] {
  if (typeof value === 'number') return Number.isFinite(value) && !Object.is(value, -0) ? [] : [String(value)];
  if (typeof value === 'string') return !LONE_SURROGATE.test(value) ? [] : [value];
  if (typeof value !== 'object' || value === null) return [];
  const keys = isJsonObject(value) ? Object.keys(value).flatMap((key) => keyProblem(key) ?? []) : [];
  const tooDeep = level > MAX_DEPTH ? ['too deep'] : [];
  return [...keys, ...tooDeep, ...Object.values(value).flatMap((member) => problems(member, level + 1))];
}

function depth(value: JsonValue): number {
  if (typeof value !== 'object' || value === null) return 0;
  return 1 + Math.max(0, ...Object.values(value).map(depth));
}
