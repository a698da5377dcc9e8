import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import test, { type ExecutionContext } from 'ava';
import { buildCached } from '../../scripts/toolchain/build-cached.js';
import { findMissing, PYTHON } from '../../scripts/toolchain/need.js';
import { startForClient } from '../clients/start-for-client.js';
import { startGateway } from './start-gateway.js';

/** The cases that are made for each operation: few, since every run draws others. */
const EXAMPLES = 10;

/** Builds schemathesis, pinned, in an environment of its own; undefined where there is no Python. */
async function buildSchemathesis(t: ExecutionContext): Promise<string | undefined> {
  const missing = findMissing([PYTHON]);
  if (missing !== undefined) {
    const reason = `/openapi.json is not held against the routes: it needs ${missing}`;
    if (process.env.CI === 'true') t.fail(reason);
    t.log(reason);
    t.pass();
    return undefined;
  }
  return buildCached('schemathesis', path.resolve('test/gateway/schemathesis'), [
    ['python3', '-m', 'venv', 'built'],
    ['built/bin/python', '-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '-r', 'requirements.txt'],
  ]);
}

/** Where schemathesis finds how it is to send what it draws. */
const HOOKS = {
  ...process.env,
  SCHEMATHESIS_HOOKS: 'hooks',
  PYTHONPATH: path.resolve('test/gateway/schemathesis'),
  PYTHONDONTWRITEBYTECODE: '1',
};

const CLERK = 'Clerk-compatible';

for (const { title, role, only } of [
  { title: 'the public reads answer', role: 'frontend', only: ['--exclude-tag', CLERK] },
  {
    title: 'the routes of Clerk’s API answer',
    role: 'backend',
    // A document has rules that no schema says: NUL in a key is refused, and so is what is nested past 32 levels.
    only: ['--include-tag', CLERK, '--exclude-checks', 'positive_data_acceptance'],
  },
]) {
  test(`what ${title} is what /openapi.json says`, async (t) => {
    t.timeout(300_000);
    const built = await buildSchemathesis(t);
    if (built === undefined) return;
    const { service, backend, backendKey, frontendKey } = await startForClient(t);
    await backend.organizations.updateOrganizationMetadata('org_1', { publicMetadata: { plan: 'pro' } });
    const { url } = await startGateway(t, { ORGMETA_UPSTREAM: service.address, ORGMETA_GATEWAY_KEY: frontendKey });
    const run = promisify(execFile)(
      path.join(built, 'bin/python'),
      [
        ...['-c', 'from schemathesis.cli import schemathesis; schemathesis()', 'run', `${url}/openapi.json`],
        ...['--checks', 'all', '--max-examples', String(EXAMPLES), '--phases', 'examples,coverage,fuzzing'],
        ...only,
        ...[
          '--header',
          `Authorization: Bearer ${role === 'backend' ? backendKey : frontendKey}`,
          '--generation-database',
          'none',
          '--no-color',
        ],
      ],
      { maxBuffer: 1 << 26, cwd: built, env: HOOKS },
    );
    const { code, stdout } = await run.then(
      ({ stdout }) => ({ stdout, code: 0 }),
      (error: unknown) => error as { code: number; stdout: string },
    );
    t.is(code, 0, stdout);
    t.log(/[\d,]+ generated.*|Test cases:[^]*?\n\n/.exec(stdout)?.[0].trim());
  });
}
