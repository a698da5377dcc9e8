import { once } from 'node:events';
import type { ServerHttp2Session, ServerHttp2Stream } from 'node:http2';
import test, { type ExecutionContext } from 'ava';
import { releaseStreams } from '../../../src/rpc/streams/release-streams.js';
import { ReleasingMap } from '../../../src/rpc/streams/releasing-map.js';
import { connectHttp2 } from './connect-http2.js';

/** Opens a connection to a server of which every stream is answered and stays open, until the test ends. */
async function connectOnce(t: ExecutionContext) {
  const { server, client } = await connectHttp2(t);
  const streams: ServerHttp2Stream[] = [];
  server.on('stream', (stream) => {
    streams.push(stream);
    stream.respond({ ':status': 200 });
  });
  const [session] = (await once(server, 'session')) as [ServerHttp2Session];
  return { session, client, streams };
}

/** Finds the map of streams where Node has it, whatever the name is under which it does. */
function findMaps(session: ServerHttp2Session): ReleasingMap<number, object>[] {
  const values = (holder: object) =>
    Reflect.ownKeys(holder).map((key) => (holder as Record<string | symbol, unknown>)[key]);
  return values(session)
    .flatMap((value) => (typeof value === 'object' && value !== null ? values(value) : []))
    .filter((value): value is ReleasingMap<number, object> => value instanceof ReleasingMap);
}

test('the streams of a connection are in a map that lets go of them', async (t) => {
  const { session, client, streams } = await connectOnce(t);
  releaseStreams(session);
  const call = client.request({ ':path': '/' }, { endStream: false });
  await once(call, 'response');
  t.deepEqual(
    findMaps(session).map((map) => [...map.keys()]),
    [[1]],
  );
  session.destroy();
  await once(call, 'close');
  t.true(streams[0]?.destroyed);
});

test('a connection that has streams already stays as it is', async (t) => {
  const { session, client } = await connectOnce(t);
  await once(client.request({ ':path': '/' }, { endStream: false }), 'response');
  releaseStreams(session);
  t.deepEqual(findMaps(session), []);
});
