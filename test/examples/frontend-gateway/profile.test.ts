import test from 'ava';
import fc from 'fast-check';
import { cleanText } from '../../../examples/frontend-gateway/page/clean-text.js';
import { readInvitation } from '../../../examples/frontend-gateway/page/invitation.js';
import { isEmpty, readProfile } from '../../../examples/frontend-gateway/page/profile.js';

const ORIGIN = 'https://page.example';

for (const { title, input, expected } of [
  { title: 'white space is one space', input: ' a \t\n b ', expected: 'a b' },
  { title: 'what turns the direction is gone', input: 'a\u202Eb\u2066', expected: 'a b' },
  { title: 'joined letters stay joined', input: 'می‌خواهم 👩‍👩‍👧', expected: 'می‌خواهم 👩‍👩‍👧' },
  { title: 'a long text is cut between characters', input: '👩‍👩‍👧'.repeat(11), expected: `${'👩‍👩‍👧'.repeat(10)}…` },
  { title: 'a text of just the length is whole', input: 'é'.repeat(10), expected: 'é'.repeat(10) },
  { title: 'nothing that is seen is no text', input: ' \u200B\u202E ', expected: undefined },
  { title: 'a number is no text', input: 1, expected: undefined },
]) {
  test(title, (t) => {
    t.is(cleanText(input, 10), expected);
  });
}

test('what is not as it must be is left out of a profile, and the rest stays', (t) => {
  const links = ['x', null, [], { title: 'no address' }, { title: ' ', url: 'https://a.example/b' }];
  const profile = readProfile(
    { name: ['a'], plan: {}, language: 'not a language', picture: 1, tagline: 'stays', links },
    ORIGIN,
  );
  t.deepEqual(
    { ...profile, links: profile.links.map(({ title }) => title) },
    {
      name: undefined,
      tagline: 'stays',
      language: undefined,
      picture: undefined,
      pictureDescription: undefined,
      plan: undefined,
      links: ['a.example'],
    },
  );
  t.false(isEmpty(profile));
});

test('no more than 20 links are shown', (t) => {
  const links = Array.from({ length: 30 }, (_, index) => ({ url: `https://example.com/${index}` }));
  t.is(readProfile({ links }, ORIGIN).links.length, 20);
});

test('whatever public metadata hold, a profile and an invitation can be read of them', (t) => {
  const names = [
    'name',
    'tagline',
    'language',
    'picture',
    'plan',
    'links',
    'invited_by',
    'role',
    'message',
    'accept_url',
  ];
  const metadata = fc.dictionary(fc.constantFrom(...names), fc.jsonValue());
  fc.assert(
    fc.property(metadata, (document) => {
      const { links, picture } = readProfile(document, ORIGIN);
      readInvitation(document);
      return links.every(({ url }) => url.protocol !== 'javascript:') && picture?.protocol !== 'javascript:';
    }),
  );
  t.true(isEmpty(readProfile({}, ORIGIN)));
});
