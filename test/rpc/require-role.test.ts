import { Server, ServerCredentials } from '@grpc/grpc-js';
import test from 'ava';
import { ACCESS_RULES } from '../../src/rpc/access-rules.js';
import { requireRole } from '../../src/rpc/interceptors/require-role.js';
import { createErrorReporter } from '../../src/rpc/report-error.js';
import { silentLog } from '../../src/telemetry/log.js';
import { readDescribedRpcs } from './descriptor-rpcs.js';
import { connectRaw, frame, readReason } from './raw-call.js';

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
