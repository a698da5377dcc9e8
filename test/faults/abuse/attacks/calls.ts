import { setTimeout as delay } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { field, join, struct, updateWith, value } from '../../../e2e/raw.js';
import type { Attack, Target } from '../attack.js';
import { callBusily } from '../call-busily.js';
import { beginCall, callHeaders, dataFrames, grpcMessage, READ } from '../call-frames.js';
import { RawConnection, type RawOptions } from '../raw-connection.js';

/** How many calls one connection may have open at most. */
const STREAMS = 100;

/** Begins so many calls, on as many connections as they need by what the server allows, and gives these; `make` builds the frames of one. */
async function beginCalls(
  target: Target,
  count: number,
  make: (stream: number) => Buffer,
  options?: RawOptions,
): Promise<RawConnection[]> {
  const connections: RawConnection[] = [];
  for (let begun = 0; begun < count;) {
    const connection = await RawConnection.open(target, options);
    connections.push(connection);
    // Of one that the server has turned away it is not known.
    const room = Math.min(STREAMS, connection.maxStreams, count - begun);
    for (let open = 0; open < room; open += 1) await connection.send(make(connection.newStream()));
    begun += room;
  }
  return connections;
}

/** Begins calls, holds them open for a while, and closes their connections. */
async function holdCalls(
  target: Target,
  count: number,
  milliseconds: number,
  make: (stream: number) => Buffer,
  options?: RawOptions,
): Promise<void> {
  const connections = await beginCalls(target, count, make, options);
  await delay(milliseconds);
  await closeAll(connections);
}

async function closeAll(connections: readonly RawConnection[]): Promise<void> {
  await Promise.all(connections.map((connection) => connection.close()));
}

/** Writes a record of 8 KB for each organization. */
async function writeLarge(target: Target, organizations: readonly string[]): Promise<void> {
  const connection = await RawConnection.open(target);
  const headers = callHeaders('/orgmeta.v1.BackendMetadata/UpdateOrganizationMetadata', target.key);
  const text = struct(['text', value.string('x'.repeat(8_000))]);
  for (const id of organizations) {
    const stream = connection.newStream();
    const request = grpcMessage(updateWith(id, text));
    await connection.send(Buffer.concat([beginCall(stream, headers), dataFrames(stream, request, true)]));
  }
  await connection.untilOpen(0);
  await connection.close();
}

/** Calls that are begun and don't end, or that are too many. */
export const CALL_ATTACKS: readonly Attack[] = [
  {
    title: 'more reads with a valid key than may wait, made again as soon as they are answered or refused',
    unit: 'calls',
    short: 20_000,
    full: 100_000,
    // They go well until too many wait, so they have their turns among those of others: what holds them back is a rate limit.
    slowdown: 20,
    async run(target, size) {
      const connections = 20;
      await Promise.all(Array.from({ length: connections }, () => callBusily(target, size / connections)));
    },
  },
  {
    title: 'half-sent bodies',
    alsoOverTls: true,
    unit: 'calls',
    short: 1_000,
    full: 10_000,
    async run(target, size) {
      const headers = callHeaders(READ, target.key);
      const half = grpcMessage(Buffer.alloc(20_000, 'h'), { claimed: 40_000 });
      await holdCalls(target, size, 2_000, (stream) =>
        Buffer.concat([beginCall(stream, headers), dataFrames(stream, half, false)]),
      );
    },
  },
  {
    title: 'bodies that trickle',
    unit: 'calls',
    short: 500,
    full: 5_000,
    async run(target, size) {
      const headers = callHeaders(READ, target.key);
      const connections = await beginCalls(target, size, (stream) =>
        Buffer.concat([
          beginCall(stream, headers),
          dataFrames(stream, grpcMessage(Buffer.of(), { claimed: 40_000 }), false),
        ]),
      );
      for (let round = 0; round < 10; round += 1) {
        for (const connection of connections) {
          const bytes = [...connection.openStreams].map((stream) => dataFrames(stream, Buffer.from('t'), false));
          await connection.send(Buffer.concat(bytes));
        }
        await delay(100);
      }
      await closeAll(connections);
    },
  },
  {
    title: 'refused calls whose requests never end',
    unit: 'calls',
    short: 2_000,
    full: 20_000,
    async run(target, size) {
      const headers = callHeaders(READ);
      const connections = await beginCalls(target, size, (stream) => beginCall(stream, headers));
      await delay(2_000);
      await closeAll(connections);
    },
  },
  {
    title: 'calls of no rpc whose requests never end',
    unit: 'calls',
    short: 2_000,
    full: 20_000,
    async run(target, size) {
      const headers = callHeaders('/no.such/Rpc');
      await holdCalls(target, size, 500, (stream) => beginCall(stream, headers));
    },
  },
  {
    title: 'streams of reflection of many messages, without a credential',
    unit: 'calls',
    short: 500,
    full: 5_000,
    async run(target, size) {
      const headers = callHeaders('/grpc.reflection.v1.ServerReflection/ServerReflectionInfo');
      const messages = Buffer.concat(Array.from({ length: 3_000 }, () => grpcMessage(Buffer.of())));
      await holdCalls(
        target,
        size,
        500,
        (stream) => Buffer.concat([beginCall(stream, headers), dataFrames(stream, messages, false)]),
        { windowBytes: 0 },
      );
    },
  },
  {
    title: 'watches of health, without a credential',
    unit: 'calls',
    short: 2_000,
    full: 20_000,
    async run(target, size) {
      const headers = callHeaders('/grpc.health.v1.Health/Watch');
      await holdCalls(target, size, 500, (stream) =>
        Buffer.concat([beginCall(stream, headers), dataFrames(stream, grpcMessage(Buffer.of()), true)]),
      );
    },
  },
  {
    title: 'calls of many empty messages',
    unit: 'calls',
    short: 500,
    full: 5_000,
    async run(target, size) {
      const headers = callHeaders(READ, target.key);
      const messages = Buffer.concat(Array.from({ length: 3_000 }, () => grpcMessage(Buffer.of())));
      await holdCalls(target, size, 2_000, (stream) =>
        Buffer.concat([beginCall(stream, headers), dataFrames(stream, messages, false)]),
      );
    },
  },
  {
    title: 'large answers that are not read',
    unit: 'calls',
    short: 1_000,
    full: 5_000,
    // Without a limit of what is unread 2,000 take 1.6 GB. With it, of 32 MiB of answers, a process that has just started takes 138 MB more, and
    // one that has served 100: what making them leaves behind is collected later, by one thread.
    growthMb: 200,
    async run(target, size) {
      const organizations = Array.from({ length: 100 }, (_, index) => `org-large-${index}`);
      await writeLarge(target, organizations);
      const headers = callHeaders('/orgmeta.v1.BackendMetadata/BatchGetOrganizationMetadata', target.key);
      const batch = grpcMessage(join(...organizations.map((id) => field(1, id))));
      await holdCalls(
        target,
        size,
        2_000,
        (stream) => Buffer.concat([beginCall(stream, headers), dataFrames(stream, batch, true)]),
        { windowBytes: 0 },
      );
    },
  },
  {
    title: 'gzip bombs with a valid key',
    unit: 'calls',
    short: 20,
    full: 200,
    mostMb: 256,
    async run(target, size) {
      // 6 MB of requests that would be gigabytes: 24 messages of 250 KB, each 250 MB of zeros.
      const bomb = gzipSync(Buffer.alloc(250_000_000));
      const headers = callHeaders(READ, target.key, [['grpc-encoding', 'gzip']]);
      const messages = Buffer.concat(Array.from({ length: 24 }, () => grpcMessage(bomb, { compressed: true })));
      await holdCalls(target, size, 2_000, (stream) =>
        Buffer.concat([beginCall(stream, headers), dataFrames(stream, messages.subarray(0, 60_000), false)]),
      );
    },
  },
];
