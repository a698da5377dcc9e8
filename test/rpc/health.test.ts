import { Server } from '@grpc/grpc-js';
import test from 'ava';
import { createHealth } from '../../src/rpc/health.js';
import { silentLog } from '../../src/telemetry/log.js';
import { field } from '../e2e/raw.js';
import { connectRaw, frame, readToEnd } from './raw-call.js';
import { serveStore, storeWith } from './serve-store.js';

const SERVICES = ['orgmeta.v1.BackendMetadata', 'orgmeta.v1.FrontendMetadata'];

/** Takes the handlers out of a server that never listens: what they say is what is tested, the wire is tested end to end. */
function askable(health: ReturnType<typeof createHealth>) {
  const server = new Server();
  health.addToServer(server, SERVICES);
  const { handlers } = server as unknown as {
    handlers: Map<string, { func: (call: object, done: (error: unknown, answer: { status: string }) => void) => void }>;
  };
  return (service: string) =>
    new Promise<string>((resolve) => {
      handlers.get('/grpc.health.v1.Health/Check')?.func({ request: { service } }, (_error, answer) => {
        resolve(answer.status);
      });
    });
}

test('health says SERVING only while the store answers, for the server and for each service', async (t) => {
  let fault: Error | undefined = new Error('down');
  const check = () => (fault === undefined ? Promise.resolve() : Promise.reject(fault));
  const health = createHealth({ check }, silentLog);
  t.teardown(() => {
    health.stop();
  });
  const ask = askable(health);
  const all = () => Promise.all(['', ...SERVICES].map(ask));
  const DOWN = ['NOT_SERVING', 'NOT_SERVING', 'NOT_SERVING'];
  t.deepEqual(await all(), DOWN);
  await health.start();
  t.deepEqual(await all(), DOWN);
  fault = undefined;
  while ((await ask('')) !== 'SERVING') await new Promise((resolve) => setTimeout(resolve, 20));
  t.deepEqual(await all(), ['SERVING', 'SERVING', 'SERVING']);
  fault = new Error('down again');
  while ((await ask('')) === 'SERVING') await new Promise((resolve) => setTimeout(resolve, 20));
  t.deepEqual(await all(), DOWN);
});

test('health says NOT_SERVING for good once it is stopped', async (t) => {
  const health = createHealth({ check: () => Promise.resolve() }, silentLog);
  await health.start();
  const ask = askable(health);
  t.is(await ask(''), 'SERVING');
  health.stop();
  t.is(await ask(''), 'NOT_SERVING');
});

const HEALTH = '/grpc.health.v1.Health/';

test('health refuses what it can not read, and names longer than any service has, as INVALID_ARGUMENT', async (t) => {
  const { address } = await serveStore(t, storeWith({}));
  const { call } = connectRaw(t, address);
  for (const rpc of ['Check', 'Watch', 'List']) {
    for (const message of [Buffer.alloc(3, 0xff), field(1, 'x'.repeat(300))]) {
      const stream = call(HEALTH + rpc);
      stream.end(frame(message));
      t.like(await readToEnd(stream), { status: '3' }, rpc);
    }
  }
});

test('a Watch of a service that is not there says so, and only one name is remembered for all of them', async (t) => {
  const health = createHealth({ check: () => Promise.resolve() }, silentLog);
  t.teardown(() => {
    health.stop();
  });
  await health.start();
  const server = new Server();
  health.addToServer(server, SERVICES);
  const { handlers } = server as unknown as { handlers: Map<string, { func: (call: object) => void }> };
  const said: unknown[] = [];
  const remembered: string[] = [];
  for (const service of ['nothing', 'nobody', SERVICES[0]]) {
    const call = {
      request: { service },
      on: () => undefined,
      write: (answer: unknown) => said.push(answer),
      end: () => undefined,
    };
    handlers.get(`${HEALTH}Watch`)?.func(call);
    remembered.push(call.request.service ?? '');
  }
  t.deepEqual(said, [{ status: 'SERVICE_UNKNOWN' }, { status: 'SERVICE_UNKNOWN' }, { status: 'SERVING' }]);
  t.deepEqual(remembered, ['(none)', '(none)', SERVICES[0]]);
});
