import test from 'ava';
import { field } from '../../e2e/raw.js';
import { connectRaw, frame, readToEnd } from '../raw-call.js';
import { serveStore, storeWith } from '../serve-store.js';

const GET = '/orgmeta.v1.BackendMetadata/GetOrganizationMetadata';
const WATCH = '/grpc.health.v1.Health/Watch';
const STORE = storeWith({ get: () => Promise.resolve(undefined) });

function repeat(value: string, count: number): Record<string, string> {
  return Object.fromEntries(Array.from({ length: count }, (_, index) => [`x-${index}`, value]));
}

for (const { title, path, headers, status } of [
  { title: 'a header of 15 KB', path: GET, headers: { x: 'y'.repeat(15_000) }, status: '5' },
  { title: 'a header of 16 KiB', path: GET, headers: { x: 'y'.repeat(16 * 1024) }, status: '8' },
  { title: 'a header of 60 KB', path: GET, headers: { x: 'y'.repeat(60_000) }, status: '8' },
  { title: 'a hundred short headers', path: GET, headers: repeat('y', 100), status: '5' },
  { title: 'a hundred headers of 200 bytes', path: GET, headers: repeat('y'.repeat(200), 100), status: '8' },
  {
    title: 'a header of 16 KiB to what needs no credential',
    path: WATCH,
    headers: { x: 'y'.repeat(16 * 1024) },
    status: '8',
  },
  { title: 'a header of 16 KiB and no rpc', path: '/none', headers: { x: 'y'.repeat(16 * 1024) }, status: '8' },
]) {
  test(`a call with ${title} is ${status === '8' ? 'refused' : 'served'}, and the next one is served`, async (t) => {
    const { address } = await serveStore(t, STORE);
    const connection = connectRaw(t, address);
    const call = (to: string, more: Readonly<Record<string, string>>) => {
      const stream = connection.call(to, more);
      stream.end(frame(field(1, 'org')));
      return readToEnd(stream);
    };
    t.is((await call(path, headers)).status, status);
    t.is((await call(GET, {})).status, '5');
  });
}

test('a call that is refused for its headers is over, though its request never ends', async (t) => {
  const { address } = await serveStore(t, STORE);
  const stream = connectRaw(t, address).call(WATCH, { x: 'y'.repeat(60_000) });
  const { status, message } = await readToEnd(stream);
  t.deepEqual([status, message], ['8', 'the headers of a call have at most 16384 bytes']);
});
