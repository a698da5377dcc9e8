import { once } from 'node:events';
import test from 'ava';
import { field } from '../e2e/raw.js';
import { connectRaw, frame, readToEnd, type RawConnection } from './raw-call.js';
import { serveStore, storeWith } from './serve-store.js';

const VERSIONS = ['v1', 'v1alpha'] as const;
const pathOf = (version: string) => `/grpc.reflection.${version}.ServerReflection/ServerReflectionInfo`;
/** A request for the file that holds a symbol, which is the fourth field. */
const asking = (symbol: string) => frame(field(4, symbol));
const LIST = frame(field(7, '*'));

for (const version of VERSIONS) {
  test(`reflection ${version} reads the next request when its last answer was taken, and so holds one answer at most`, async (t) => {
    const { address } = await serveStore(t, storeWith({}), { reflection: true });
    // Far more than the windows on the way hold: requests leave the caller only as fast as the server reads them.
    const sendAll = ({ call }: RawConnection) => {
      const stream = call(pathOf(version));
      const sent = { left: 0, end: readToEnd(stream) };
      for (let n = 0; n < 900; n += 1) stream.write(asking('x'.repeat(3000)), () => (sent.left += 1));
      stream.end();
      return sent;
    };
    const unread = connectRaw(t, address, 0);
    await once(unread.session, 'remoteSettings');
    const sent = sendAll(unread);
    // A caller who reads is through with the same, begun later.
    t.like(await sendAll(connectRaw(t, address)).end, { status: '0' });
    t.true(sent.left < 450, `${sent.left} requests were read, and no answer`);
    unread.session.settings({ initialWindowSize: 1 << 20 });
    t.like(await sent.end, { status: '0', resetCode: 0 });
    t.is(sent.left, 900);
  });

  test(`a stream of reflection ${version} takes a thousand requests and refuses the next`, async (t) => {
    const { address } = await serveStore(t, storeWith({}), { reflection: true });
    const { call } = connectRaw(t, address);
    const good = call(pathOf(version));
    for (let n = 0; n < 1000; n += 1) good.write(LIST);
    good.end();
    t.like(await readToEnd(good), { status: '0' });
    const long = call(pathOf(version));
    for (let n = 0; n < 1001; n += 1) long.write(LIST);
    long.end();
    const end = await readToEnd(long);
    t.like(end, { status: '8', message: 'a stream takes at most 1000 requests; go on with a new one' });
    t.true(end.bytes > 1000);
  });

  test(`reflection ${version} refuses what it can't read, and what is too large, as INVALID_ARGUMENT`, async (t) => {
    const { address } = await serveStore(t, storeWith({}), { reflection: true });
    const { call } = connectRaw(t, address);
    for (const bytes of [frame(Buffer.alloc(3, 0xff)), asking('x'.repeat(5000))]) {
      const stream = call(pathOf(version));
      stream.end(bytes);
      t.like(await readToEnd(stream), { status: '3' });
    }
  });
}
