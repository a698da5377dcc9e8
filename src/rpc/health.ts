import type { handleServerStreamingCall, Server, ServerWritableStream } from '@grpc/grpc-js';
import { HealthImplementation } from 'grpc-health-check';
import type { Store } from '../store/store.js';
import type { Log } from '../telemetry/log.js';
import { addGuest } from './guest-services.js';

/** How often the store is asked whether it answers, and how long it may take to, in milliseconds. */
const CHECK_EVERY_MS = 1000;
const CHECK_TIMEOUT_MS = 2000;

/** The most bytes of a request, which holds the name of a service and no more. */
const REQUEST_BYTES = 256;

/** Stands for every service that is not there. */
const NO_SERVICE = '(none)';

/** `grpc.health.v1.Health`, which follows the store. */
export interface Health {
  /** Serves health on a server: for it as a whole (`""`), and for its services, by their full names. */
  addToServer(server: Server, services: readonly string[]): void;
  /** Checks the store now, and from then on every second. A second call waits for the first check. */
  start(): Promise<void>;
  /** Says NOT_SERVING for good, and ends each Watch with that: the process is about to end. */
  stop(): void;
}

/**
 * Makes a health service that says SERVING, for each server and each service, only while the store answers. The store is
 * asked once for all servers.
 */
export function createHealth(store: Pick<Store, 'check'>, log: Log): Health {
  const sayings: ((now: boolean) => void)[] = [];
  const watches = new Set<WatchCall>();
  let serving = false;
  let answers: boolean | undefined;
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  let started: Promise<void> | undefined;

  const say = (now: boolean) => {
    if (now === serving) return;
    serving = now;
    for (const saying of sayings) saying(now);
  };
  const check = async () => {
    try {
      await within(CHECK_TIMEOUT_MS, store.check());
      if (stopped) return;
      if (answers !== true) log.info('the store answers');
      answers = true;
      say(true);
    } catch (error) {
      if (answers !== false) log.error({ err: error }, 'the store does not answer');
      answers = false;
      say(false);
    }
    if (!stopped) timer = setTimeout(() => void check(), CHECK_EVERY_MS).unref();
  };

  return {
    addToServer: (server, services) => {
      const names = ['', ...services];
      const now = serving ? 'SERVING' : 'NOT_SERVING';
      const implementation = new HealthImplementation(Object.fromEntries(names.map((name) => [name, now])));
      sayings.push((isServing) => {
        for (const name of names) implementation.setStatus(name, isServing ? 'SERVING' : 'NOT_SERVING');
      });
      addGuest(server, implementation, {
        requestBytes: REQUEST_BYTES,
        // Names that are watched are remembered for ever, so only those that are there may be.
        wrap: ({ watch }) => ({
          watch: (call: WatchCall) => {
            if (!names.includes(call.request.service)) call.request.service = NO_SERVICE;
            (watch as handleServerStreamingCall<{ service: string }, unknown>)(call);
            watches.add(call);
            // Comes after every call, however it ended.
            call.on('cancelled', () => watches.delete(call));
          },
        }),
      });
    },
    start: () => (started ??= check()),
    stop() {
      stopped = true;
      clearTimeout(timer);
      say(false);
      // As OK, after which clients ask again, as after any end: what was said last stands before it.
      for (const call of watches) call.end();
    },
  };
}

type WatchCall = ServerWritableStream<{ service: string }, unknown>;

async function within(timeoutMs: number, work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(new Error(`no answer within ${timeoutMs} ms`));
    }, timeoutMs);
  });
  try {
    await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
