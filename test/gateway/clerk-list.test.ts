import test from 'ava';
import { LIST_REACH, readWindow } from '../../src/gateway/clerk-list.js';
import { GatewayError } from '../../src/gateway/gateway-error.js';

/** A list of the numbers from 0, in pages of 700, and how many of them were read. */
function makeList(length: number) {
  const asked: string[] = [];
  const readPage = ({ pageToken }: { readonly pageToken: string }) => {
    asked.push(pageToken);
    const start = Number(pageToken);
    const end = Math.min(length, start + 700);
    const metadata = Array.from({ length: end - start }, (_, index) => start + index);
    return Promise.resolve({ metadata, nextPageToken: end < length ? String(end) : '' });
  };
  return { readPage, asked };
}

for (const { title, length, limit, offset, first, count, totalCount } of [
  { title: 'an empty list', length: 0, limit: 10, offset: 0, first: undefined, count: 0, totalCount: 0 },
  { title: 'the first part', length: 2000, limit: 10, offset: 0, first: 0, count: 10, totalCount: 2000 },
  { title: 'a part across two pages', length: 2000, limit: 500, offset: 500, first: 500, count: 500, totalCount: 2000 },
  { title: 'the last part', length: 2000, limit: 500, offset: 1900, first: 1900, count: 100, totalCount: 2000 },
  { title: 'what is behind the end', length: 9, limit: 10, offset: 9, first: undefined, count: 0, totalCount: 9 },
]) {
  test(`${title} comes with the count of the whole list`, async (t) => {
    const found = await readWindow(makeList(length).readPage, { limit, offset });
    t.is(found.data[0], first);
    t.is(found.data.length, count);
    t.is(found.totalCount, totalCount);
  });
}

test('only what matches is counted and passed over', async (t) => {
  const found = await readWindow(makeList(2000).readPage, { limit: 3, offset: 2 }, (number) => number % 2 === 0);
  t.deepEqual(found, { data: [4, 6, 8], totalCount: 1000 });
});

test('one who pages through a list past the reach is told, and not left with a part of it', async (t) => {
  const { readPage, asked } = makeList(100_000);
  const read: number[] = [];
  const error = await t.throwsAsync(async () => {
    for (let [offset, total] = [0, 1]; offset < total;) {
      const { data, totalCount } = await readWindow(readPage, { limit: 500, offset });
      read.push(...data);
      [offset, total] = [offset + 500, totalCount];
    }
  });
  t.true(error instanceof GatewayError && error.status === 400);
  t.true(read.length >= LIST_REACH);
  t.is(new Set(read).size, read.length);
  t.true(asked.length < 12 * (1 + LIST_REACH / 700));
});
