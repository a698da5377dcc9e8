import assert from 'node:assert/strict';
import test from 'ava';
import fc from 'fast-check';
import { isValidId, ownerName, type Owner } from '../../src/domain/owner.js';

const ids: { title: string; input: string; expected: boolean }[] = [
  { title: 'empty', input: '', expected: false },
  { title: 'one character', input: 'a', expected: true },
  { title: '128 characters', input: 'a'.repeat(128), expected: true },
  { title: '129 characters', input: 'a'.repeat(129), expected: false },
  { title: 'a slash', input: 'a/b', expected: false },
  { title: 'a space', input: 'a b', expected: false },
  { title: 'a space at the end', input: 'a ', expected: false },
  { title: 'a line break at the end', input: 'a\n', expected: false },
  { title: 'a letter outside ASCII', input: 'é', expected: false },
  { title: 'an emoji', input: '🚀', expected: false },
  { title: 'NUL', input: 'a\0', expected: false },
  { title: 'an escape character', input: '\u001b[1m', expected: false },
  { title: 'DEL', input: '\u007f', expected: false },
  { title: 'every visible character but the slash', input: visibleAscii().replace('/', ''), expected: true },
  { title: 'an id of Clerk', input: 'org_2aBcD3fGh1jKlMn0pQrStUvWxYz', expected: true },
  { title: 'a colon and dots', input: '@scope:name..', expected: true },
];

for (const { title, input, expected } of ids) {
  test(`an id is ${expected ? 'valid' : 'not valid'}: ${title}`, (t) => {
    t.is(isValidId(input), expected);
  });
}

test('owners are named by their ids', (t) => {
  t.is(ownerName({ kind: 'organization', organizationId: 'org' }), 'org');
  t.is(ownerName({ kind: 'membership', organizationId: 'org', userId: 'user' }), 'org/user');
  t.is(ownerName({ kind: 'invitation', organizationId: 'org', invitationId: 'inv' }), 'org/inv');
});

test('no two owners of one kind have the same name', (t) => {
  const id = fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 3 }).filter(isValidId);
  const owner = (organizationId: string, userId: string): Owner => ({ kind: 'membership', organizationId, userId });
  t.notThrows(() => {
    fc.assert(
      fc.property(id, id, id, id, (org, user, otherOrg, otherUser) => {
        const same = org === otherOrg && user === otherUser;
        assert.equal(ownerName(owner(org, user)) === ownerName(owner(otherOrg, otherUser)), same);
      }),
    );
  });
});

function visibleAscii(): string {
  return String.fromCharCode(...Array.from({ length: 0x7e - 0x20 }, (_, index) => index + 0x21));
}
