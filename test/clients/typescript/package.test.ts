import { execFile } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import test from 'ava';
import { makeTemporaryFolder } from '../../auth/temporary-folder.js';
import { PROJECT } from '../../checks/run-program.js';
import { readCodeBlocks } from '../read-code-blocks.js';
import { startForClient } from '../start-for-client.js';

const run = promisify(execFile);
const CLIENT = path.join(PROJECT, 'clients/typescript');
const TSC = path.join(PROJECT, 'node_modules/typescript/bin/tsc');

/** What makes a program of every example in the README. */
const PRELUDE = `import { createClient, OrgmetaError } from '@orgmeta/client';
const client = createClient({ address: '127.0.0.1:50051', credential: process.env.ORGMETA_KEY });
`;

/** Compiles only if an interface that a program declares further is what documents are then typed with. */
const TYPED = `declare module '@orgmeta/client' {
  interface OrganizationPublicMetadata {
    plan: 'free' | 'pro';
  }
}
const organization = await client.organizations.getOrganizationMetadata('org_1');
export const plan: 'free' | 'pro' = organization.publicMetadata.plan;
await client.organizations.updateOrganizationMetadata('org_1', { publicMetadata: { plan: null } });
// @ts-expect-error there is no such plan
await client.organizations.updateOrganizationMetadata('org_1', { publicMetadata: { plan: 'gold' } });
// @ts-expect-error an invitation has no private metadata
await client.organizations.updateOrganizationInvitationMetadata('org_1', { invitationId: 'i', privateMetadata: {} });
const own = await client.organizations.updateOrganizationMetadata<{ seats: number }>('org_1', { publicMetadata: { seats: 1 } });
export const seats: number = own.publicMetadata.seats;
`;

test('the package holds what its users need, installs outside this project, and its README compiles and runs there', async (t) => {
  t.timeout(180_000, 'it is built and installed');
  const folder = await makeTemporaryFolder(t);
  const { stdout } = await run('npm', ['pack', '--json', '--pack-destination', folder], { cwd: CLIENT });
  const json = stdout.slice(stdout.indexOf('[\n'));
  const [packed] = JSON.parse(json) as { filename: string; size: number; files: { path: string }[] }[];
  if (packed === undefined) throw new Error(`npm packed nothing: ${stdout}`);
  const files = packed.files.map((file) => file.path);
  t.log(`${packed.filename}: ${files.length} files, ${packed.size} bytes`);
  for (const needed of ['README.md', 'LICENSE', 'package.json', 'dist/clients/typescript/src/index.d.ts']) {
    t.true(files.includes(needed), needed);
  }
  const rooms = new Set(
    files.map((file) => /^dist\/(src\/\w+|gen\/ts\/\w+|clients\/typescript\/\w+)\//.exec(file)?.[1]),
  );
  t.deepEqual([...rooms].sort(), [
    'clients/typescript/src',
    'gen/ts/google',
    'gen/ts/orgmeta',
    'src/domain',
    'src/struct',
    undefined,
  ]);

  const { address, backendKey } = await startForClient(t);
  await writeFile(path.join(folder, 'package.json'), '{ "type": "module" }');
  await run('npm', ['install', '--no-audit', '--no-fund', `./${packed.filename}`, '@types/node@20'], { cwd: folder });
  const installed = JSON.parse(await readFile(path.join(folder, 'package-lock.json'), 'utf8')) as { packages: object };
  const names = Object.keys(installed.packages);
  t.false(
    names.some((name) => /node_modules\/(mongodb|lmdb|pino)$/.test(name)),
    names.join(' '),
  );

  const [program = '', ...examples] = await readCodeBlocks(path.join(CLIENT, 'README.md'), 'ts');
  await mkdir(path.join(folder, 'src'));
  const write = (name: string, code: string) => writeFile(path.join(folder, 'src', `${name}.ts`), code);
  await write('program', program.replace('127.0.0.1:50051', address));
  for (const [index, code] of [...examples, TYPED].entries()) {
    await write(`example-${index}`, `${PRELUDE}${code.replace(/^import .*\n/gm, '')}client.close();\n`);
  }
  const options = ['--strict', '--module', 'nodenext', '--target', 'es2023', '--types', 'node', '--outDir', 'built'];
  const sources = ['program', ...examples.keys(), examples.length].map(
    (name) => `src/${typeof name === 'number' ? `example-${name}` : name}.ts`,
  );
  const compiled = await run(process.execPath, [TSC, ...options, ...sources], { cwd: folder }).catch(
    (error: unknown) => error as { stdout: string },
  );
  t.is(compiled.stdout, '');
  const ran = await run(process.execPath, ['built/program.js'], {
    cwd: folder,
    env: { ...process.env, ORGMETA_KEY: backendKey },
  });
  t.regex(ran.stdout, /^\{ plan: 'pro' \} \d+-1\n$/);
});
