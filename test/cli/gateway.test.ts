import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import test from 'ava';
import { createApiKey } from '../../src/auth/api-key.js';
import { runOrgmeta } from './run-orgmeta.js';

const FRONTEND = createApiKey('frontend');
const BACKEND = createApiKey('backend');

const WRONG_ROLE = 'a key of the role frontend (om_pk_…), since it is used for visitors without a credential';
const NOT_WHOLE = 'a whole frontend key (om_pk_…); this one is cut off or mistyped: its length or checksum is wrong';

for (const { title, key, expected } of [
  { title: 'a frontend key that is cut off', key: FRONTEND.slice(0, -1), expected: NOT_WHOLE },
  { title: 'hardly more than the prefix of a frontend key', key: 'om_pk_x', expected: NOT_WHOLE },
  { title: 'a frontend key in quotes', key: `"${FRONTEND}"`, expected: NOT_WHOLE },
  { title: 'a backend key', key: BACKEND, expected: WRONG_ROLE },
  { title: 'a backend key that is cut off', key: BACKEND.slice(0, -1), expected: WRONG_ROLE },
  { title: 'no key of ours', key: 's3cret', expected: WRONG_ROLE },
]) {
  test(`${title} is told for what it is, with every other fault, and not shown`, async (t) => {
    const byFlag = await runOrgmeta(t, ['gateway', '--key', key, '--cors-origins', 'https://a.example/path']);
    t.is(byFlag.code, 2);
    t.true(byFlag.stderr.includes(`  --key is wrong: it must be ${expected}\n`), byFlag.stderr);
    t.regex(byFlag.stderr, /--cors-origins "https:\/\/a.example\/path" is wrong/);
    t.false(byFlag.stderr.includes(key));
    const byVariable = await runOrgmeta(t, ['gateway'], { ORGMETA_GATEWAY_KEY: key });
    t.is(byVariable.code, 2);
    t.is(byVariable.stderr, `orgmeta: ORGMETA_GATEWAY_KEY is wrong: it must be ${expected}\n`);
  });
}

test('an address that is taken ends the start with 1, and the line names the setting', async (t) => {
  const taken = createServer().listen(0, '127.0.0.1');
  t.teardown(() => taken.close());
  await once(taken, 'listening');
  const address = `127.0.0.1:${(taken.address() as AddressInfo).port}`;
  const run = await runOrgmeta(t, ['gateway', '--log-level', 'silent', '--address', address]);
  t.is(run.code, 1);
  t.is(run.stdout, '');
  const fault = `can't listen on ${address}: another process has this address`;
  t.is(run.stderr, `orgmeta: ${fault}; set ORGMETA_GATEWAY_ADDRESS or --address to another\n`);
});
