import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import test, { type ExecutionContext } from 'ava';
import { createKey } from '../../e2e/keys.js';
import { makeDataFolder, type RunningService, startService } from '../../e2e/service.js';

let service: RunningService;
let key: string;
let removeData: () => Promise<void>;

test.before(async () => {
  const { dataDir, remove } = await makeDataFolder();
  removeData = remove;
  key = await createKey(dataDir, { role: 'backend' });
  service = await startService({ dataDir });
});

test.after.always(async () => {
  await service.stop();
  await removeData();
});

test('generated records are loaded into a running service and come back equal', async (t) => {
  const { code, output } = await seed(['--count', '50']);
  t.is(code, 0, output);
  t.regex(output, /records {3}50\n/);
  t.regex(output, /documents \d\d written and read back, \d+ bytes\n/);
  t.regex(output, /over {6}0 over the limit, 0 refused for their size\n/);
  t.regex(output, /different 0\n/);
  t.notRegex(output, /refused {3}/);
});

test('the manifests of installed packages come back equal, and those over the limit are refused', async (t) => {
  const folder = await installPackages(t, {
    'plain/package.json': { name: 'plain', version: '1.0.0', keywords: ['a', null], 'a.b': { $ref: '' } },
    '@scope/at-limit/package.json': fill({ name: '@scope/at-limit', version: '1.0.0' }, 8192),
    'over/package.json': fill({ name: 'over', version: '1.0.0' }, 8193),
    'far-over/package.json': fill({ name: 'far-over', version: '1.0.0' }, 300_000),
  });
  const { code, output } = await seed([folder]);
  t.is(code, 0, output);
  t.regex(output, /documents 2 written/);
  t.regex(output, /over {6}2 over the limit, 2 refused for their size\n/);
  t.regex(output, /refused {3}1 METADATA_TOO_LARGE: over@1\.0\.0\n/);
  t.regex(output, /refused {3}1 REQUEST_TOO_LARGE: far-over@1\.0\.0\n/);
});

test('a manifest that breaks a document rule is refused by its reason', async (t) => {
  const folder = await installPackages(t, { 'proto/package.json': '{"name":"proto","version":"1.0.0","__proto__":1}' });
  const { output } = await seed([folder]);
  t.regex(output, /refused {3}1 METADATA_INVALID: proto@1\.0\.0\n/);
});

test('a rate limit ends the seeding with what the service says of it, and is no refusal of a document', async (t) => {
  const { dataDir, remove } = await makeDataFolder();
  t.teardown(remove);
  const backendKey = await createKey(dataDir, { role: 'backend' });
  const limited = await startService({ dataDir, env: { ORGMETA_RATE_LIMIT: '0.001:1' } });
  t.teardown(() => limited.stop('SIGKILL'));
  const args = ['--count', '5', '--address', limited.address, '--key', backendKey];
  // The one call that is let through is made here, so that the next seeding is refused its first writes.
  await seed(args);
  const { code, output } = await seed(args);
  t.is(code, 1, output);
  t.regex(output, /RESOURCE_EXHAUSTED: one caller may make/);
  t.notRegex(output, /REQUEST_TOO_LARGE/);
});

for (const { title, args, expected } of [
  { title: 'a missing key', args: ['--key', ''], expected: /a backend key is missing: set ORGMETA_KEY, or give --key/ },
  { title: 'a wrong key', args: ['--key', 'om_sk_wrong'], expected: /CREDENTIAL_INVALID|UNAUTHENTICATED/ },
  {
    title: 'a service that is not there',
    args: ['--address', '127.0.0.1:1'],
    expected: /no service answers at 127\.0/,
  },
  { title: 'a folder without packages', args: ['test/examples'], expected: /no package is installed in/ },
]) {
  test(`${title} ends the seeding with a message that names it`, async (t) => {
    const { code, output } = await seed(args);
    t.is(code, 1, output);
    t.regex(output, expected);
    t.notRegex(output, /\n +at /, 'no stack trace');
  });
}

function seed(args: string[]): Promise<{ code: number; output: string }> {
  const nodeArguments = ['--import=tsx', '--conditions=source', 'examples/data/seed.ts', ...args];
  const env = { ...process.env, ORGMETA_ADDRESS: service.address, ORGMETA_KEY: key };
  return new Promise((resolve) => {
    execFile(process.execPath, nodeArguments, { env }, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : Number(error.code), output: stdout + stderr });
    });
  });
}

/** Adds a member to a manifest so that its compact JSON has so many bytes. */
function fill(manifest: object, bytes: number): object {
  const missing = bytes - JSON.stringify({ ...manifest, description: '' }).length;
  return { ...manifest, description: 'd'.repeat(missing) };
}

async function installPackages(t: ExecutionContext, manifests: Record<string, object | string>): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'orgmeta-seed-'));
  t.teardown(() => rm(folder, { recursive: true, force: true }));
  for (const [file, manifest] of Object.entries(manifests)) {
    await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
    await writeFile(path.join(folder, file), typeof manifest === 'string' ? manifest : JSON.stringify(manifest));
  }
  return folder;
}
