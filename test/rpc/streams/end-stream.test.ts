import { once } from 'node:events';
import type { ServerHttp2Stream } from 'node:http2';
import { status } from '@grpc/grpc-js';
import test from 'ava';
import { endStream } from '../../../src/rpc/streams/end-stream.js';
import { readToEnd } from '../raw-call.js';
import { connectHttp2 } from './connect-http2.js';

test('whoever looks takes a stream that is ended for closed at once, and its client gets the status', async (t) => {
  const { server, client } = await connectHttp2(t);
  const call = client.request({ ':method': 'POST', ':path': '/' }, { endStream: false });
  const [stream] = (await once(server, 'stream')) as [ServerHttp2Stream];
  endStream(stream, { code: status.UNAVAILABLE, details: 'later' });
  t.true(stream.closed);
  // Of one that has ended nothing is ended again.
  endStream(stream, { code: status.UNAVAILABLE, details: 'once more' });
  t.like(await readToEnd(call), { status: '14', message: 'later' });
  t.true(stream.closed);
});
