import { setTimeout as delay } from 'node:timers/promises';
import type { CallSource } from './call-source.js';
import { LoadConnection } from './connection.js';
import { encodeHeaders } from './hpack.js';
import { PreparedCall } from './prepared-call.js';

/** How long the last calls may take. */
const PATIENCE_MS = 10_000;

/** What is called, by whom and for how long. */
export interface LoadOptions {
  /** The port of 127.0.0.1. */
  readonly port: number;
  /** The rpc, as `/orgmeta.v1.FrontendMetadata/GetOrganizationPublicMetadata`. */
  readonly path: string;
  /** The bearer credential. */
  readonly key: string;
  /** The callers. Each has one call under way at a time. */
  readonly sources: readonly CallSource[];
  /** The callers are dealt out to so many connections. */
  readonly connections: number;
  /** Calls that are answered before so much time has passed are not counted. */
  readonly warmUpMs: number;
  readonly durationMs: number;
  /** Goes on until this resolves too. */
  readonly until?: Promise<unknown>;
}

/** What was answered while it was counted. */
export interface LoadResult {
  readonly answersPerSecond: number;
  /** How many answers there were, by gRPC status, warm-up and all. */
  readonly statuses: Record<number, number>;
  /** The bytes of the messages of all answers, and of the five before each. */
  readonly messageBytes: number;
  /** How much of its core the load generator itself took: near 1, it measures itself. */
  readonly loadCpu: number;
}

/**
 * Calls a server as fast as it answers, and returns when every call that was begun is answered.
 *
 * @throws Error if a connection breaks, or if calls are not answered within 10 seconds of the end.
 */
export async function runLoad(options: LoadOptions): Promise<LoadResult> {
  const counts = { answers: 0, messageBytes: 0, statuses: {} as Record<number, number> };
  const connections = new Set<LoadConnection>();
  let stopping = false;
  let callers = options.sources.length;
  let fail: (error: Error) => void = () => undefined;
  const broken = new Promise<never>((_resolve, reject) => {
    fail = reject;
  });

  const open = (calls: readonly PreparedCall[]) => {
    const connection = new LoadConnection(options.port, calls, {
      answered(call, status) {
        counts.answers += 1;
        counts.messageBytes += call.received;
        counts.statuses[status] = (counts.statuses[status] ?? 0) + 1;
        call.source.answered(status);
        if (stopping) callers -= 1;
        return !stopping;
      },
      drained(left) {
        connections.delete(connection);
        if (left.length > 0) open(left);
      },
      failed: fail,
    });
    connections.add(connection);
  };
  const measure = async () => {
    await delay(options.warmUpMs);
    const before = { answers: counts.answers, time: performance.now(), cpu: process.cpuUsage() };
    await Promise.all([delay(options.durationMs), options.until]);
    const seconds = (performance.now() - before.time) / 1000;
    const cpu = process.cpuUsage(before.cpu);
    return {
      answersPerSecond: (counts.answers - before.answers) / seconds,
      loadCpu: (cpu.user + cpu.system) / 1e6 / seconds,
    };
  };
  const finish = async () => {
    stopping = true;
    const end = performance.now() + PATIENCE_MS;
    while (callers > 0) {
      if (performance.now() > end) throw new Error(`${callers} calls were not answered in ${PATIENCE_MS / 1000} s`);
      await delay(5);
    }
  };

  const headers = requestHeaders(options);
  const calls = options.sources.map((source) => new PreparedCall(headers, source));
  try {
    for (let index = 0; index < options.connections; index += 1) {
      open(calls.filter((_, call) => call % options.connections === index));
    }
    const rates = await Promise.race([measure(), broken]);
    await Promise.race([finish(), broken]);
    return { ...rates, statuses: counts.statuses, messageBytes: counts.messageBytes };
  } finally {
    for (const connection of connections) connection.close();
  }
}

function requestHeaders({ path, key, port }: LoadOptions): Buffer {
  return encodeHeaders([
    [':method', 'POST'],
    [':scheme', 'http'],
    [':path', path],
    [':authority', `127.0.0.1:${port}`],
    ['content-type', 'application/grpc'],
    ['te', 'trailers'],
    ['authorization', `Bearer ${key}`],
  ]);
}
