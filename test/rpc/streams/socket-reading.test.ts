import { once } from 'node:events';
import type { Http2Session } from 'node:http2';
import { setTimeout as delay } from 'node:timers/promises';
import test from 'ava';
import {
  isStuckAndGone,
  keepStopped,
  type PieceOutcome,
  readPiece,
  startReading,
} from '../../../src/rpc/streams/socket-reading.js';
import { connectStuck, servePaused } from './serve-paused.js';

/** Reads a piece, and waits until what came of it was told of. */
async function readOnce(session: Http2Session, bytes: number): Promise<PieceOutcome> {
  const outcome = readPiece(session, bytes);
  await delay(1);
  return outcome;
}

/** Reads a piece when there is something to read, be it for Node. */
async function readWhenThere(session: Http2Session, bytes: number): Promise<PieceOutcome> {
  for (;;) {
    const outcome = await readOnce(session, bytes);
    if (outcome !== 'nothing yet') return outcome;
  }
}

for (const tls of [false, true]) {
  const kind = tls ? 'a connection of TLS' : 'a connection';

  test(`${kind} that Node does not read is read in pieces, and of each comes what is whole by then`, async (t) => {
    const { session, streams, send } = await (await servePaused(t, { tls }))();
    await send(20);
    await delay(50);
    t.is(streams.length, 0);
    let most = 0;
    while (streams.length < 20) {
      const before = streams.length;
      t.is(await readWhenThere(session, 100), 'bytes');
      most = Math.max(most, streams.length - before);
    }
    t.true(most <= 4, `${most} of a hundred bytes`);
    t.is(readPiece(session, 100), 'nothing yet');
    t.is(session.destroyed, false);
  });

  test(`${kind} whose client has ended it is for Node to read, which closes it`, async (t) => {
    const { session, client, send } = await (await servePaused(t, { tls }))();
    const closed = once(session, 'close');
    await send(0);
    client.end();
    let outcome = await readWhenThere(session, 4096);
    while (outcome === 'bytes') outcome = await readWhenThere(session, 4096);
    t.is(outcome, 'for Node');
    startReading(session);
    await closed;
    t.is(readPiece(session, 100), 'for Node');
  });

  test(`${kind} that Node reads again goes on where its pieces ended`, async (t) => {
    const { session, streams, send } = await (await servePaused(t, { tls }))();
    await send(20);
    while (streams.length < 5) await readWhenThere(session, 100);
    startReading(session);
    while (streams.length < 20) await delay(1);
    t.pass();
  });
}

test('a connection of TLS that is answered is read no further, though Node reads on when it has written', async (t) => {
  const { session, streams, send } = await (await servePaused(t, { tls: true }))();
  await send(200);
  while (streams.length < 10) await readWhenThere(session, 100);
  for (const stream of [...streams]) {
    stream
      .on('error', () => undefined)
      .once('close', () => {
        keepStopped(session);
      });
    stream.respond({ ':status': 200 }, { endStream: true });
    stream.close();
  }
  await delay(50);
  t.true(streams.length < 20, `${streams.length} calls`);
});

test('of a connection that its client has reset nothing more is read', async (t) => {
  const { session, client, send } = await (await servePaused(t))();
  await send(20);
  client.resetAndDestroy();
  await delay(20);
  t.is(readPiece(session, 100), 'gone');
});

test('a connection of TLS to which something waits to be written is known to be gone', async (t) => {
  const { session, socket } = await connectStuck(await servePaused(t, { tls: true }));
  t.true(isStuckAndGone(socket));
  t.is(readPiece(session, 100), 'gone');
});

test('no more is read than fits into a piece, however much is asked for', async (t) => {
  const { session, streams, send } = await (await servePaused(t))();
  await send(500);
  await delay(50);
  t.is(await readWhenThere(session, 1_000_000), 'bytes');
  t.true(streams.length > 5 && streams.length < 100, `${streams.length} calls`);
});

test('one whose client does not take its answers is not read', async (t) => {
  const { session, streams, send } = await (await servePaused(t))();
  await send(20);
  await delay(50);
  const { _handle: handle } = session.socket as unknown as { readonly _handle: object };
  Object.defineProperty(handle, 'writeQueueSize', { value: 1, configurable: true });
  t.is(await readOnce(session, 4096), 'nothing yet');
  t.is(streams.length, 0);
  Reflect.deleteProperty(handle, 'writeQueueSize');
  t.is(await readOnce(session, 4096), 'bytes');
});
