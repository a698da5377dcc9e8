import { Server, ServerCredentials } from '@grpc/grpc-js';
import test from 'ava';
import { ACCESS_RULES } from '../../src/rpc/access-rules.js';
import { requireRole } from '../../src/rpc/interceptors/require-role.js';
import { createErrorReporter } from '../../src/rpc/report-error.js';
import { silentLog } from '../../src/telemetry/log.js';
import type { Caller } from '../../src/auth/caller.js';
import { OrgmetaError } from '../../src/domain/errors.js';
import { readDescribedRpcs } from './descriptor-rpcs.js';
import { connectRaw, frame, readReason } from './raw-call.js';
import { serveStore, storeWith } from './serve-store.js';

test('an rpc of the descriptor set that no rule names is refused, even to an unlimited backend, whichever it is', async (t) => {
  const rpcs = readDescribedRpcs();
  const rules = new Map(ACCESS_RULES);
  const guard = requireRole({
    rules,
    authenticate: () => ({ role: 'backend', organizations: undefined, credentialId: 'key_test' }),
    anonymousFrontend: true,
    toStatus: createErrorReporter(silentLog),
  });
  const server = new Server({ interceptors: [guard] });
  const reached: string[] = [];
  const bytes = (value: Buffer) => value;
  for (const { path } of rpcs) {
    const method = {
      path,
      requestStream: false,
      responseStream: false,
      requestSerialize: bytes,
      requestDeserialize: bytes,
      responseSerialize: bytes,
      responseDeserialize: bytes,
    };
    server.addService(
      { method },
      {
        method: (_call: unknown, callback: (error: null, answer: Buffer) => void) => {
          reached.push(path);
          callback(null, Buffer.alloc(0));
        },
      },
    );
  }
  const port = await new Promise<number>((resolve, reject) => {
    server.bindAsync('127.0.0.1:0', ServerCredentials.createInsecure(), (error, bound) => {
      if (error === null) resolve(bound);
      else reject(error);
    });
  });
  t.teardown(() => {
    server.forceShutdown();
  });
  const { call } = connectRaw(t, `127.0.0.1:${port}`);
  const ask = (path: string, authorization?: string) => {
    const stream = call(path, { authorization });
    stream.end(frame(Buffer.alloc(0)));
    return readReason(stream);
  };
  for (const { path } of rpcs) {
    const rule = rules.get(path);
    t.is((await ask(path, 'Bearer any')).reason, undefined, `${path} with its rule`);
    rules.delete(path);
    t.deepEqual(await ask(path, 'Bearer any'), { status: '7', reason: 'ROLE_NOT_ALLOWED' }, path);
    t.deepEqual(await ask(path), { status: '16', reason: 'CREDENTIAL_MISSING' }, path);
    if (rule !== undefined) rules.set(path, rule);
  }
  t.deepEqual(
    reached,
    rpcs.map(({ path }) => path),
    'each handler was reached once: with its rule',
  );
  t.log(`${rpcs.length} rpcs, each refused without its rule`);
});

const BACKEND: Caller = { role: 'backend', organizations: undefined, credentialId: 'key_test' };
const NEVER_SERVED = storeWith({});
const GET = '/orgmeta.v1.BackendMetadata/GetOrganizationMetadata';
/** Asks for the organization `a`. */
const REQUEST = frame(Buffer.from([10, 1, 97]));
const REVOKED = new OrgmetaError('CREDENTIAL_INVALID', 'the API key is unknown or was revoked; use another one');

for (const { title, known, later, expected } of [
  { title: 'was revoked', known: BACKEND, later: REVOKED, expected: { status: '16', reason: 'CREDENTIAL_INVALID' } },
  {
    title: 'became a frontend’s',
    known: BACKEND,
    later: { ...BACKEND, role: 'frontend' as const },
    expected: { status: '7', reason: 'ROLE_NOT_ALLOWED' },
  },
  {
    title: 'was restricted to another organization',
    known: BACKEND,
    later: { ...BACKEND, organizations: new Set(['other']) },
    expected: { status: '7', reason: 'ORGANIZATION_NOT_ALLOWED' },
  },
]) {
  for (const { credential, isToken, sendsEarly } of [
    { credential: 'key', isToken: false, sendsEarly: false },
    { credential: 'key', isToken: false, sendsEarly: true },
    { credential: 'token', isToken: true, sendsEarly: true },
  ]) {
    const late = sendsEarly ? 'ends' : 'comes';
    test(`a request that ${late} late is refused if its ${credential} ${title} since its headers`, async (t) => {
      let now: Caller | OrgmetaError = known;
      const tell = () => {
        if (now instanceof OrgmetaError) throw now;
        return now;
      };
      const authenticate = () => (isToken ? Promise.resolve().then(tell) : tell());
      const { address, log } = await serveStore(t, NEVER_SERVED, { authenticate });
      const stream = connectRaw(t, address).call(GET);
      if (sendsEarly) stream.write(REQUEST);
      await new Promise((resolve) => setTimeout(resolve, 700));
      now = later;
      stream.end(sendsEarly ? undefined : REQUEST);
      t.deepEqual(await readReason(stream), expected);
      t.notRegex(log(), /a bug/);
    });
  }
}

test('a request that comes late is served if its credential is still good', async (t) => {
  const store = storeWith({ get: () => Promise.resolve(undefined) });
  const { address } = await serveStore(t, store);
  const stream = connectRaw(t, address).call(GET);
  await new Promise((resolve) => setTimeout(resolve, 700));
  stream.end(REQUEST);
  t.deepEqual(await readReason(stream), { status: '5', reason: 'METADATA_NOT_FOUND' });
});
