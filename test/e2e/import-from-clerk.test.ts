import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import test, { type ExecutionContext } from 'ava';
import { makeTemporaryFolder } from '../auth/temporary-folder.js';
import { SECRET_KEY, startClerkStub, type ClerkStub, type StubOrganization } from '../transfer/clerk-stub.js';
import { runBuilt } from './run-built.js';

interface Line {
  readonly kind?: string;
  readonly organization_id: string;
  readonly user_id?: string;
  readonly invitation_id?: string;
  readonly public_metadata: object;
  readonly private_metadata?: object;
}

function copy(t: ExecutionContext, dataDir: string, { env }: Pick<ClerkStub, 'env'>, ...flags: string[]) {
  return runBuilt(t, ['import', '--from-clerk', '--data-dir', dataDir, ...flags], '', env).ended;
}

/** All records of a store. */
async function readRecords(t: ExecutionContext, dataDir: string): Promise<readonly Line[]> {
  const { code, stdout, stderr } = await runBuilt(t, ['export', '--data-dir', dataDir], '').ended;
  t.is(code, 0, stderr);
  const lines = stdout.trimEnd().split('\n');
  return lines.map((line) => JSON.parse(line) as Line).filter(({ kind }) => kind !== undefined);
}

const HARD = { camelCase: { innerCamel: [1, null] }, 'a.b': { $set: '✓' }, '': 1, constructor: 'x' };

test('organizations, pending invitations and memberships are copied page by page, once', async (t) => {
  const organizations: StubOrganization[] = Array.from({ length: 230 }, (_, index) => ({
    id: `org_${index}`,
    publicMetadata: { index },
  }));
  Object.assign(organizations[7] ?? {}, {
    publicMetadata: HARD,
    privateMetadata: { secret: HARD },
    memberships: Array.from({ length: 501 }, (_, index) => ({
      id: `user_${index}`,
      publicMetadata: { index },
      privateMetadata: HARD,
    })),
    invitations: [
      { id: 'inv_pending', publicMetadata: HARD },
      { id: 'inv_accepted', publicMetadata: HARD, status: 'accepted' },
    ],
  });
  const clerk = await startClerkStub(t, organizations);
  const dataDir = await makeTemporaryFolder(t);
  const first = await copy(t, dataDir, clerk);
  const read = 'of 230 organizations, 1 invitations and 501 memberships at Clerk';
  const end = `(embedded store in ${dataDir})\n`;
  t.deepEqual(
    [first.code, first.stderr],
    [0, `orgmeta: ${read}, 732 written, 0 replaced, 0 there already, 0 kept that differ, 0 passed over ${end}`],
  );
  t.is(clerk.requests.filter((url) => url.startsWith('/v1/organizations?')).length, 3);
  t.is(clerk.requests.filter((url) => url.startsWith('/v1/organizations/org_7/memberships')).length, 2);
  const records = await readRecords(t, dataDir);
  t.is(records.length, 732);
  t.like(
    records.find(({ kind, organization_id: id }) => kind === 'organization' && id === 'org_7'),
    { public_metadata: HARD, private_metadata: { secret: HARD } },
  );
  t.like(
    records.find(({ user_id: id }) => id === 'user_500'),
    { organization_id: 'org_7', public_metadata: { index: 500 }, private_metadata: HARD },
  );
  t.like(
    records.find(({ kind }) => kind === 'invitation'),
    { invitation_id: 'inv_pending', public_metadata: HARD },
  );
  const second = await copy(t, dataDir, clerk);
  t.is(second.code, 0);
  t.regex(second.stderr, /, 0 written, 0 replaced, 732 there already, /);
  t.deepEqual(await readRecords(t, dataDir), records);
});

test('what differs is told by its document, and stays until it is to be overwritten', async (t) => {
  const organizations: StubOrganization[] = [
    { id: 'org_1', publicMetadata: { plan: 'free' }, memberships: [{ id: 'user_1', privateMetadata: { canary: 1 } }] },
    { id: 'org_2', publicMetadata: { plan: 'free' } },
  ];
  const clerk = await startClerkStub(t, organizations);
  const dataDir = await makeTemporaryFolder(t);
  await copy(t, dataDir, clerk);
  const before = await readRecords(t, dataDir);
  Object.assign(organizations[0] ?? {}, {
    publicMetadata: { plan: 'canary' },
    privateMetadata: { canary: 1 },
    memberships: [{ id: 'user_1', privateMetadata: { canary: 2 } }],
  });
  for (const flags of [[], ['--dry-run']]) {
    const kept = await copy(t, dataDir, clerk, ...flags);
    t.is(kept.code, 1);
    t.regex(
      kept.stderr,
      /the organization org_1 differs in public_metadata and private_metadata and stays as it is here/,
    );
    t.regex(kept.stderr, /the membership org_1\/user_1 differs in private_metadata and stays/);
    t.regex(kept.stderr, /1 there already, 2 kept that differ \(--overwrite replaces them\)/);
    t.notRegex(kept.stderr, /canary/);
    t.deepEqual(await readRecords(t, dataDir), before);
  }
  const tried = await copy(t, dataDir, clerk, '--overwrite', '--dry-run');
  t.regex(tried.stderr, /0 would be written, 2 would be replaced, 1 there already/);
  t.deepEqual(await readRecords(t, dataDir), before);
  const replaced = await copy(t, dataDir, clerk, '--overwrite');
  t.is(replaced.code, 0);
  t.regex(replaced.stderr, /0 written, 2 replaced, 1 there already, 0 kept/);
  const records = await readRecords(t, dataDir);
  t.like(records[0], { public_metadata: { plan: 'canary' }, private_metadata: { canary: 1 } });
});

test('what can not be kept here is told, and all else is copied', async (t) => {
  const clerk = await startClerkStub(t, [
    { id: 'org_1', publicMetadata: JSON.parse('{"a":{"__proto__":1}}') },
    { id: 'org_2', privateMetadata: { big: 'x'.repeat(8200) } },
    { id: 'org_3', publicMetadata: null, privateMetadata: null, memberships: [{ id: 'user/1' }] },
    { id: 'org_4', invitations: [{ id: 'inv_1', publicMetadata: { a: 1 }, privateMetadata: { b: 1 } }] },
  ]);
  const dataDir = await makeTemporaryFolder(t);
  const { code, stderr } = await copy(t, dataDir, clerk);
  t.is(code, 1);
  t.regex(stderr, /the organization org_1 is passed over: public_metadata, at a\.__proto__: the key __proto__ is not/);
  t.regex(stderr, /the organization org_2 is passed over: private_metadata would be \d+ bytes/);
  t.regex(stderr, /the membership org_3\/user\/1 is passed over: has an id/);
  t.regex(stderr, /the invitation org_4\/inv_1 has private metadata at Clerk, .* it is left out/);
  t.regex(stderr, /3 written, .* 3 passed over, private metadata of 1 invitations left out/);
  t.deepEqual(
    (await readRecords(t, dataDir)).map(({ organization_id: id, kind }) => [kind, id]),
    [
      ['organization', 'org_3'],
      ['organization', 'org_4'],
      ['invitation', 'org_4'],
    ],
  );
});

test('Clerk’s limit of the rate is kept to', async (t) => {
  const limited = { status: 429, headers: { 'retry-after': '1' } };
  const clerk = await startClerkStub(t, [{ id: 'org_1', memberships: [{ id: 'user_1' }] }], (_, earlier) =>
    earlier % 2 === 0 ? limited : undefined,
  );
  const { code, stderr } = await copy(t, await makeTemporaryFolder(t), clerk);
  t.is(code, 0, stderr);
  t.regex(stderr, /of 1 organizations, 0 invitations and 1 memberships at Clerk, 2 written/);
});

test('a copy that is killed goes on where it was', async (t) => {
  const organizations = Array.from({ length: 450 }, (_, index) => ({ id: `org_${index}`, publicMetadata: { index } }));
  let isBroken = true;
  const clerk = await startClerkStub(t, organizations, (url) =>
    isBroken && url.includes('offset=300') ? 'hang' : undefined,
  );
  const [dataDir, folder] = [await makeTemporaryFolder(t), await makeTemporaryFolder(t)];
  const file = path.join(folder, 'resume.json');
  const flags = ['import', '--from-clerk', '--data-dir', dataDir, '--resume-file', file];
  const run = runBuilt(t, flags, '', clerk.env);
  while (!clerk.requests.some((url) => url.includes('offset=300'))) await new Promise(setImmediate);
  run.process.kill('SIGKILL');
  await run.ended;
  isBroken = false;
  clerk.requests.length = 0;
  const { code, stderr } = await copy(t, dataDir, clerk, '--resume-file', file);
  t.is(code, 0, stderr);
  t.regex(stderr, /150 written, 0 replaced, 100 there already/);
  t.regex(clerk.requests[0] ?? '', /offset=200/);
  t.false(existsSync(file));
  t.is((await readRecords(t, dataDir)).length, 450);
});

test('a copy that is interrupted ends at once, even if Clerk does not answer', async (t) => {
  const clerk = await startClerkStub(t, [], () => 'hang');
  const run = runBuilt(t, ['import', '--from-clerk', '--data-dir', await makeTemporaryFolder(t)], '', clerk.env);
  while (clerk.requests.length === 0) await new Promise(setImmediate);
  run.process.kill('SIGINT');
  const { code, stderr } = await run.ended;
  t.deepEqual([code, stderr], [1, 'orgmeta: interrupted; run it again to go on\n']);
});

test('a list that becomes shorter while it is read is told', async (t) => {
  const organizations = Array.from({ length: 150 }, (_, index) => ({ id: `org_${index}` }));
  const clerk = await startClerkStub(t, organizations, (url) => {
    if (url.includes('offset=100')) organizations.splice(0, 5);
    return undefined;
  });
  const { code, stderr } = await copy(t, await makeTemporaryFolder(t), clerk);
  t.is(code, 1);
  t.regex(stderr, /the organizations changed while they were read, and some may be missing; run it again/);
  t.regex(stderr, /of 145 organizations.*, 1 lists incomplete/);
});

const BLOCK_CLERK = `export const resolve = (name, context, next) => {
  if (name !== '@clerk/backend') return next(name, context);
  throw Object.assign(new Error("Cannot find package '@clerk/backend'"), { code: 'ERR_MODULE_NOT_FOUND' });
};`;
const WITHOUT_PACKAGE = `--import=data:text/javascript,${encodeURIComponent(
  `import { register } from 'node:module'; register(${JSON.stringify(`data:text/javascript,${encodeURIComponent(BLOCK_CLERK)}`)});`,
)}`;

for (const { title, env, args = [], code, message } of [
  { title: 'no key', env: {}, code: 2, message: /CLERK_SECRET_KEY is missing/ },
  {
    title: 'a key that Clerk does not take',
    env: { CLERK_SECRET_KEY: 'sk_other' },
    code: 1,
    message: /not take the key/,
  },
  {
    title: 'an address that the key would be sent to in the clear',
    env: { CLERK_SECRET_KEY: SECRET_KEY, CLERK_API_URL: 'http://clerk.example' },
    code: 2,
    message: /must be an https:\/\/ URL/,
  },
  { title: 'a file as well', env: {}, args: ['export.jsonl'], code: 2, message: /--from-clerk takes no file/ },
  {
    title: 'a resume file of a dry run',
    env: {},
    args: ['--dry-run', '--resume-file', 'x'],
    code: 2,
    message: /leave --resume-file out/,
  },
  {
    title: 'a resume file that is another file',
    env: { CLERK_SECRET_KEY: SECRET_KEY },
    args: ['--resume-file', 'package.json'],
    code: 1,
    message: /package\.json is no file that an import from Clerk has written/,
  },
  {
    title: 'no package of Clerk’s',
    env: { CLERK_SECRET_KEY: SECRET_KEY, NODE_OPTIONS: WITHOUT_PACKAGE },
    code: 1,
    message: /--from-clerk needs the package @clerk\/backend; it comes with "npm install/,
  },
]) {
  test(`a copy with ${title} is refused in words`, async (t) => {
    const stub = await startClerkStub(t, []);
    const dataDir = await makeTemporaryFolder(t);
    const settings = { CLERK_SECRET_KEY: '', CLERK_API_URL: stub.url, ...env };
    const run = await runBuilt(t, ['import', '--from-clerk', '--data-dir', dataDir, ...args], '', settings).ended;
    t.is(run.code, code, run.stderr);
    t.regex(run.stderr, message);
    t.notRegex(run.stderr, /sk_| at .*\.js:/);
  });
}

test('a resume file of another store is refused', async (t) => {
  const file = path.join(await makeTemporaryFolder(t), 'resume.json');
  await writeFile(file, '{"format":"orgmeta-clerk-progress","version":1,"store":"another","organizations":100}');
  const { code, stderr } = await copy(
    t,
    await makeTemporaryFolder(t),
    await startClerkStub(t, []),
    '--resume-file',
    file,
  );
  t.is(code, 1);
  t.regex(stderr, /is of an import into another store/);
});

for (const flag of ['--overwrite', '--resume-file=x']) {
  test(`${flag.replace(/=.*/, '')} without --from-clerk is refused`, async (t) => {
    const { code, stderr } = await runBuilt(t, ['import', flag], '').ended;
    t.is(code, 2);
    t.regex(stderr, /are for --from-clerk/);
  });
}
