import { createServer, type Http2Server, type ServerHttp2Session } from 'node:http2';
import { type AddressInfo, createServer as createTcpServer, type Socket } from 'node:net';
import {
  type Metadata,
  type sendUnaryData,
  Server,
  ServerCredentials,
  type ServerUnaryCall,
  status,
  type UntypedHandleCall,
} from '@grpc/grpc-js';
import test, { type ExecutionContext } from 'ava';
import type { CallSource } from '../../bench/load/call-source.js';
import { FrameReader } from '../../bench/load/frame-reader.js';
import {
  DEFAULT_WINDOW,
  FLAG,
  FRAME,
  frame,
  PREFACE,
  settingsFrame,
  windowUpdateFrame,
} from '../../bench/load/frames.js';
import { encodeHeaders } from '../../bench/load/hpack.js';
import { runLoad } from '../../bench/load/run-load.js';

const PATH = '/bench.Test/Call';

test('every answer of a grpc-js server is counted by its status and its length', async (t) => {
  let served = 0;
  const port = await startGrpcServer(t, (request) => {
    served += 1;
    const caller = request.readUInt32BE(4);
    if (caller % 3 === 1) return { code: status.NOT_FOUND, details: 'no such thing: 14' };
    if (caller % 3 === 2) return { code: status.UNAUTHENTICATED };
    return Buffer.alloc(2000);
  });
  const sources = Array.from({ length: 9 }, (_, caller) => countingSource(1000, caller));
  const result = await runLoad({ ...shortRun(port), sources, connections: 2 });

  const codes = [status.OK, status.NOT_FOUND, status.UNAUTHENTICATED];
  const counts = codes.map((code, index) => {
    const answers = sources.filter((_, caller) => caller % 3 === index).flatMap((source) => source.answers);
    t.deepEqual([...new Set(answers)], [code]);
    return answers.length;
  });
  t.deepEqual(result.statuses, { 0: counts[0], 5: counts[1], 16: counts[2] } as typeof result.statuses);
  t.is(
    counts.reduce((sum, count) => sum + count, 0),
    served,
  );
  t.is(result.messageBytes, (counts[0] ?? 0) * 2005);
});

test('the credential and the path arrive, and each caller has one call under way', async (t) => {
  let running = 0;
  let most = 0;
  const keys = new Set<unknown>();
  const port = await startGrpcServer(t, async (_request, metadata) => {
    running += 1;
    most = Math.max(most, running);
    keys.add(metadata.get('authorization')[0]);
    await new Promise(setImmediate);
    running -= 1;
    return Buffer.alloc(0);
  });
  await runLoad({ ...shortRun(port), sources: Array.from({ length: 5 }, () => countingSource()), connections: 1 });
  t.deepEqual([...keys], ['Bearer secret']);
  t.is(most, 5);
});

test('more callers than the server allows streams wait for their turn', async (t) => {
  const sources = Array.from({ length: 12 }, () => countingSource());
  let running = 0;
  let most = 0;
  const answer = async () => {
    running += 1;
    most = Math.max(most, running);
    await new Promise(setImmediate);
    running -= 1;
    return Buffer.alloc(0);
  };
  const port = await startGrpcServer(t, answer, { 'grpc.max_concurrent_streams': 3 });
  const result = await runLoad({ ...shortRun(port), sources, connections: 1 });
  t.deepEqual(Object.keys(result.statuses), ['0']);
  t.is(most, 3);
  t.true(sources.every(({ answers }) => answers.length > 0));
});

test('requests far past the window of the connection arrive whole', async (t) => {
  const port = await startGrpcServer(t, (request) => request.subarray(0, request.length / 2));
  const sources = Array.from({ length: 32 }, () => countingSource(16_000));
  const result = await runLoad({ ...shortRun(port), sources, connections: 1 });
  const answers = sources.reduce((sum, source) => sum + source.answers.length, 0);
  t.deepEqual(result.statuses, { 0: answers });
  t.is(result.messageBytes, answers * 8005);
});

test('no more is sent than the window of the connection allows', async (t) => {
  let window = DEFAULT_WINDOW;
  let least = window;
  const port = await startPeer(t, (socket) => {
    const reader = new FrameReader();
    const answer = encodeHeaders([['grpc-status', '0']]);
    const answerAll = (streams: number[], bytes: number) => {
      window += bytes;
      const frames = streams.map((stream) => frame(FRAME.headers, FLAG.endHeaders | FLAG.endStream, stream, answer));
      socket.write(Buffer.concat([...(bytes > 0 ? [windowUpdateFrame(bytes)] : []), ...frames]));
    };
    socket.write(settingsFrame([]));
    socket.once('data', (chunk: Buffer) => {
      socket.on('data', (rest: Buffer) => {
        const frames = [...reader.read(rest)].filter(({ type }) => type === FRAME.data);
        const bytes = frames.reduce((sum, { payload }) => sum + payload.length, 0);
        window -= bytes;
        least = Math.min(least, window);
        setImmediate(
          answerAll,
          frames.map(({ stream }) => stream),
          bytes,
        );
      });
      socket.emit('data', chunk.subarray(PREFACE.length));
    });
  });
  const sources = Array.from({ length: 20 }, () => countingSource(10_000));
  const result = await runLoad({ ...shortRun(port), sources, connections: 1 });
  t.true(sources.every(({ answers }) => answers.length > 0));
  t.deepEqual(Object.keys(result.statuses), ['0']);
  t.true(least >= 0, `${least} bytes were left`);
});

test('a reset stream is told from an answer', async (t) => {
  const port = await startHttp2Server(t, (server) => {
    server.on('stream', (stream) => {
      stream.on('error', () => undefined);
      stream.close(8);
    });
  });
  const source = countingSource();
  const result = await runLoad({ ...shortRun(port), sources: [source], connections: 1 });
  t.deepEqual(Object.keys(result.statuses), ['-2']);
});

test('pings are answered, and after a GOAWAY the calls go on over a new connection', async (t) => {
  const pings: boolean[] = [];
  let sessions = 0;
  let enough: () => void = () => undefined;
  const until = new Promise<void>((resolve) => {
    enough = resolve;
  });
  const port = await startHttp2Server(t, (server) => {
    server.on('session', (session: ServerHttp2Session) => {
      sessions += 1;
      session.ping((error) => {
        pings.push(error === null);
        if (sessions === 3) enough();
      });
    });
    server.on('stream', (stream) => {
      stream.respond({ ':status': 200, 'content-type': 'application/grpc' }, { waitForTrailers: true });
      stream.on('wantTrailers', () => {
        stream.sendTrailers({ 'grpc-status': '0' });
      });
      stream.end();
      if (sessions < 3) stream.session?.close();
    });
  });
  const sources = [countingSource(), countingSource()];
  const result = await runLoad({ ...shortRun(port), until, sources, connections: 1 });
  t.deepEqual(Object.keys(result.statuses), ['0']);
  t.is(sessions, 3);
  t.true(pings.length > 0 && pings.every((answered) => answered));
});

test('a server that goes away ends the run with an error', async (t) => {
  const port = await startHttp2Server(t, (server) => {
    server.on('session', (session: ServerHttp2Session) => {
      session.destroy();
    });
  });
  await t.throwsAsync(runLoad({ ...shortRun(port), sources: [countingSource()], connections: 1 }));
});

const shortRun = (port: number) => ({ port, path: PATH, key: 'secret', warmUpMs: 20, durationMs: 100 });

/** Numbers its calls in the first four bytes of the message, itself in the next, and keeps the answers' statuses. */
function countingSource(bytes = 8, caller = 0): CallSource & { readonly answers: number[] } {
  const answers: number[] = [];
  return {
    answers,
    template: Buffer.alloc(bytes),
    prepare: (message) => {
      message.writeUInt32BE(answers.length);
      message.writeUInt32BE(caller, 4);
    },
    answered: (code) => {
      answers.push(code);
    },
  };
}

type Answer = Buffer | { code: status; details?: string };

async function startGrpcServer(
  t: ExecutionContext,
  answer: (request: Buffer, metadata: Metadata) => Answer | Promise<Answer>,
  options = {},
): Promise<number> {
  const identity = (bytes: Buffer) => bytes;
  const server = new Server(options);
  const method = {
    path: PATH,
    requestStream: false,
    responseStream: false,
    requestSerialize: identity,
    requestDeserialize: identity,
    responseSerialize: identity,
    responseDeserialize: identity,
  };
  const handle = (call: ServerUnaryCall<Buffer, Buffer>, callback: sendUnaryData<Buffer>) => {
    void Promise.resolve(answer(call.request, call.metadata)).then((result) => {
      if (Buffer.isBuffer(result)) callback(null, result);
      else callback(result);
    });
  };
  server.addService({ Call: method }, { Call: handle as UntypedHandleCall });
  t.teardown(() => {
    server.forceShutdown();
  });
  return new Promise((resolve, reject) => {
    server.bindAsync('127.0.0.1:0', ServerCredentials.createInsecure(), (error, port) => {
      if (error === null) resolve(port);
      else reject(error);
    });
  });
}

async function startPeer(t: ExecutionContext, serve: (socket: Socket) => void): Promise<number> {
  const server = createTcpServer((socket) => {
    socket.on('error', () => undefined);
    t.teardown(() => socket.destroy());
    serve(socket);
  });
  t.teardown(() => server.close());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

async function startHttp2Server(t: ExecutionContext, prepare: (server: Http2Server) => void): Promise<number> {
  const server = createServer();
  const sessions = new Set<ServerHttp2Session>();
  server.on('session', (session) => sessions.add(session));
  server.on('sessionError', () => undefined);
  prepare(server);
  t.teardown(() => {
    for (const session of sessions) session.destroy();
    server.close();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}
