import test from 'ava';
import fc from 'fast-check';
import { createApiKey, hashApiKey, parseApiKey } from '../../src/auth/api-key.js';
import { encodeBytesBase62 } from '../../src/auth/base62.js';
import type { Role } from '../../src/auth/caller.js';

const roles = fc.constantFrom<Role>('frontend', 'backend');
const key = roles.map((role) => createApiKey(role));

test('a key that was created is read back with its role and the hash of its whole text', (t) => {
  fc.assert(
    fc.property(roles, (role) => {
      const created = createApiKey(role);
      t.deepEqual(parseApiKey(created), { role, digest: hashApiKey(created) });
    }),
  );
});

test('a key has the prefix of its role, and 49 characters of base 62', (t) => {
  fc.assert(
    fc.property(roles, (role) => {
      t.regex(createApiKey(role), role === 'backend' ? /^om_sk_[0-9A-Za-z]{49}$/ : /^om_pk_[0-9A-Za-z]{49}$/);
    }),
  );
});

test('no two keys are the same', (t) => {
  t.is(new Set(Array.from({ length: 1000 }, () => createApiKey('backend'))).size, 1000);
});

test('any one wrong character of a key, wherever it is, is told as mistyped', (t) => {
  const created = createApiKey('backend');
  const characters = Array.from({ length: 0x7f - 0x21 }, (_, index) => String.fromCharCode(0x21 + index));
  for (let at = 0; at < created.length; at += 1) {
    for (const character of characters.filter((other) => other !== created[at])) {
      const typed = created.slice(0, at) + character + created.slice(at + 1);
      t.is(parseApiKey(typed), 'mistyped', typed);
    }
  }
});

test('two neighbours exchanged in a key are told as mistyped', (t) => {
  fc.assert(
    fc.property(key, fc.nat(53), (created, at) => {
      const [left, right] = [created.charAt(at), created.charAt(at + 1)];
      fc.pre(left !== right);
      t.is(parseApiKey(created.slice(0, at) + right + left + created.slice(at + 2)), 'mistyped');
    }),
  );
});

test('a key that was cut off, or has something behind it, is told as mistyped', (t) => {
  fc.assert(
    fc.property(key, fc.integer({ min: 3, max: 54 }), (created, length) => {
      t.is(parseApiKey(created.slice(0, length)), 'mistyped');
    }),
  );
  for (const more of ['0', '\n', ' ', '"', 'é']) t.is(parseApiKey(createApiKey('frontend') + more), 'mistyped');
});

for (const { title, input } of [
  { title: 'nothing', input: '' },
  { title: 'a JWT', input: 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ1c2VyXzEifQ.c2lnbmF0dXJl' },
  { title: 'a key of another service', input: 'sk_live_0123456789' },
]) {
  test(`${title} is told as foreign`, (t) => {
    t.is(parseApiKey(input), 'foreign');
  });
}

test('base 62 keeps the order and the width of what it writes', (t) => {
  t.is(encodeBytesBase62(new Uint8Array(32), 43), '0'.repeat(43));
  t.is(encodeBytesBase62(new Uint8Array(32).fill(255), 43).length, 43);
  const bytes = fc.uint8Array({ minLength: 32, maxLength: 32 });
  fc.assert(
    fc.property(bytes, bytes, (left, right) => {
      const [leftText, rightText] = [encodeBytesBase62(left, 43), encodeBytesBase62(right, 43)];
      t.is(leftText.length, 43);
      t.is(Math.sign(Buffer.compare(left, right)), leftText < rightText ? -1 : leftText > rightText ? 1 : 0);
    }),
  );
});
