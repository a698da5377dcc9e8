import { Server } from '@grpc/grpc-js';
import test from 'ava';
import { createHealth } from '../../src/rpc/health.js';
import { silentLog } from '../../src/telemetry/log.js';

const SERVICES = ['orgmeta.v1.BackendMetadata', 'orgmeta.v1.FrontendMetadata'];

/** Takes the handlers out of a server that never listens: what they say is what is tested, the wire is tested end to end. */
function askable(health: ReturnType<typeof createHealth>) {
  const server = new Server();
  health.addToServer(server);
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
  const health = createHealth(SERVICES, { check }, silentLog);
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
  const health = createHealth(SERVICES, { check: () => Promise.resolve() }, silentLog);
  await health.start();
  const ask = askable(health);
  t.is(await ask(''), 'SERVING');
  health.stop();
  t.is(await ask(''), 'NOT_SERVING');
});
