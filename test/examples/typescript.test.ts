import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import test from 'ava';
import { startForClient } from '../clients/start-for-client.js';

test('the billing service writes a plan, and the page reads what is public of it', async (t) => {
  const { address, backendKey, frontendKey } = await startForClient(t);
  const run = async (program: string, key: string, ...args: string[]) => {
    const line = ['--import=tsx', '--conditions=source', `examples/typescript/${program}.ts`, ...args];
    const env = { ...process.env, ORGMETA_ADDRESS: address, ORGMETA_KEY: key, NO_COLOR: '1' };
    return (await promisify(execFile)(process.execPath, line, { env })).stdout;
  };
  t.regex(await run('update-plan', backendKey, 'org_7', 'team'), /^org_7 has the plan team \(etag \d+-1\)\n$/);
  t.regex(await run('read-profile', frontendKey, 'org_7'), /^\{ plan: 'team', plan_since: '[\dTZ:.-]+' \}\n$/);
  await t.throwsAsync(run('read-profile', frontendKey, 'org_8'), { message: /org_8 has no public profile/ });
  await t.throwsAsync(run('update-plan', frontendKey), { message: /ROLE_NOT_ALLOWED: / });
});
