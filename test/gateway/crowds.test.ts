import test, { type ExecutionContext } from 'ava';
import { startForClient, type ServiceForClient } from '../clients/start-for-client.js';
import { openSocket, readUntil } from './raw-http.js';
import { startGateway } from './start-gateway.js';
import { wholeFile } from './whole-file.js';

const PATH = '/v1/organizations/org_1/public-metadata';

let behind: ServiceForClient;

test.before(async () => {
  behind = await startForClient(wholeFile);
  await behind.backend.organizations.updateOrganizationMetadata('org_1', {
    publicMetadata: { text: 'x'.repeat(8000) },
  });
});

/** Starts a gateway that may have 160 files open. */
function start(t: ExecutionContext) {
  const settings = { ORGMETA_UPSTREAM: behind.service.address, ORGMETA_GATEWAY_KEY: behind.frontendKey };
  return startGateway(t, settings, 160);
}

/** Opens 400 connections, and sends something on each. */
async function crowdIn(t: ExecutionContext, url: string, sent: string): Promise<void> {
  const open = async () => {
    const socket = await openSocket(t, url);
    socket.pause();
    socket.write(sent);
  };
  await Promise.all(Array.from({ length: 400 }, open));
}

const CROWDS = [
  { title: 'that say nothing', send: () => '' },
  { title: 'whose headers never end', send: () => 'GET / HTTP/1.1\r\nHost: a\r\nX: ' },
  {
    title: 'whose bodies never come whole',
    send: (key: string) =>
      `PATCH /v1/organizations/org_1/metadata HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer ${key}\r\nContent-Length: 9\r\n\r\n{`,
  },
  { title: 'that ask, and read no answer', send: () => `GET ${PATH} HTTP/1.1\r\nHost: a\r\n\r\n`.repeat(16) },
];

for (const { title, send } of CROWDS) {
  test(`more connections than the process may have files, ${title}, keep no visitor out`, async (t) => {
    const gateway = await start(t);
    await crowdIn(t, gateway.url, send(behind.backendKey));
    // Each on a connection of its own; one that met a crowded moment comes again, as it is told to.
    for (let visitor = 0; visitor < 10; visitor += 1) {
      const visit = () => fetch(gateway.url + PATH, { headers: { connection: 'close' } });
      let response = await visit();
      while (response.status === 503) {
        t.is(response.headers.get('retry-after'), '1');
        response = await visit();
      }
      t.is(response.status, 200);
      t.true((await response.text()).includes('x'.repeat(8000)));
    }
    // The way to the service is open too, for which a file is needed.
    t.is((await fetch(`${gateway.url}/readyz`)).status, 200);
    t.regex(gateway.output(), /connections were closed|requests were (ended|refused)/);
    t.is(gateway.process.exitCode, null);
  });
}

test('a visitor who was let in stays while a crowd of silent connections comes', async (t) => {
  const gateway = await start(t);
  const visitor = await openSocket(t, gateway.url);
  const ask = async () => {
    visitor.write(`GET ${PATH} HTTP/1.1\r\nHost: a\r\n\r\n`);
    return readUntil(visitor, '"update_time"');
  };
  t.regex(await ask(), /^HTTP\/1\.1 200 /);
  await crowdIn(t, gateway.url, '');
  t.regex(await ask(), /^HTTP\/1\.1 200 /);
});
