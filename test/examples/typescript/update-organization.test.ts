import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import test from 'ava';
import { makeDataFolder, orgmeta, startService } from '../../e2e/service.js';

const PROGRAM = ['--import=tsx', '--conditions=source', 'examples/typescript/update-organization.ts'];

test('the program of the README writes, prints what is stored, and says why when it is refused', async (t) => {
  const { dataDir, remove } = await makeDataFolder();
  t.teardown(remove);
  const key = await orgmeta('keys', 'create', '--role', 'backend', '--data-dir', dataDir);
  const service = await startService({ dataDir });
  t.teardown(() => service.stop('SIGKILL'));
  const run = (credential: string) =>
    promisify(execFile)(process.execPath, PROGRAM, {
      env: { ...process.env, ORGMETA_ADDRESS: service.address, ORGMETA_KEY: credential },
    });
  t.is((await run(key)).stdout, '{ seats: 5 }\n');
  const refused = await t.throwsAsync<Error & { stderr: string; code: number }>(run('om_sk_none'));
  t.regex(refused.stderr, /UNAUTHENTICATED: .*mistyped/);
  t.is(refused.code, 1);
});
