import test from 'ava';
import { safeLink, safePicture } from '../../../examples/frontend-gateway/page/safe-url.js';

for (const { title, input, expected } of [
  { title: 'a web page', input: 'https://example.com/a?b#c', expected: 'https://example.com/a?b#c' },
  { title: 'a web page over http', input: 'http://example.com', expected: 'http://example.com/' },
  { title: 'a mailbox', input: 'mailto:a@example.com', expected: 'mailto:a@example.com' },
  { title: 'a script', input: 'javascript:alert(1)', expected: undefined },
  { title: 'a script in disguise', input: '\u0001 JaVa\tScRi\npt:alert(1)', expected: undefined },
  { title: 'data', input: 'data:text/html,<script>', expected: undefined },
  { title: 'a file', input: 'file:///etc/passwd', expected: undefined },
  { title: 'a blob', input: 'blob:https://example.com/1', expected: undefined },
  { title: 'an address within the page', input: '/settings', expected: undefined },
  { title: 'an address without a scheme', input: '//example.com', expected: undefined },
  { title: 'a page with a user', input: 'https://bank.example@evil.example', expected: undefined },
  { title: 'a page with a password', input: 'https://:secret@evil.example', expected: undefined },
  { title: 'no text', input: { href: 'https://example.com' }, expected: undefined },
]) {
  test(`${title} is ${expected === undefined ? 'no link' : 'a link'}`, (t) => {
    t.is(safeLink(input)?.href, expected);
  });
}

for (const { title, input, expected } of [
  { title: 'a picture over https', input: 'https://example.com/a.png', expected: true },
  { title: "a picture of the page's own", input: 'http://page.example/a.png', expected: true },
  { title: 'a picture of another over http', input: 'http://example.com/a.png', expected: false },
  { title: 'a picture as data', input: 'data:image/svg+xml,<svg/>', expected: false },
  { title: 'a script', input: 'javascript:alert(1)', expected: false },
]) {
  test(`${title} is ${expected ? 'loaded' : 'not loaded'}`, (t) => {
    t.is(safePicture(input, 'http://page.example') !== undefined, expected);
  });
}
