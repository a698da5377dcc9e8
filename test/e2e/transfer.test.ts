import { existsSync } from 'node:fs';
import { readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import test, { type ExecutionContext } from 'ava';
import { openStore } from '../../src/store/open-store.js';
import type { Store } from '../../src/store/store.js';
import { makeTemporaryFolder } from '../auth/temporary-folder.js';
import { invitation, membership, organization, update } from '../store/make-change.js';
import { withMongoServer } from '../servers/with-mongo-server.js';
import { runBuilt } from './run-built.js';
import { startService } from './service.js';

const ORGANIZATIONS = 40;

/** Makes a folder with records of all kinds, some changed often, one accepted, and one of an organization without record. */
async function makeFilledFolder(t: ExecutionContext): Promise<string> {
  const dataDir = await makeTemporaryFolder(t);
  await useStore(dataDir, async (store) => {
    for (let index = 0; index < ORGANIZATIONS; index += 1) {
      const id = `org_${index}`;
      await store.write(organization(id), update({ index, 'a.b': [[1], null], $set: '✓' }, { secret: id }));
      await store.write(membership(id, 'user'), update({ title: id }));
    }
    await store.write(organization('org_1'), update({ changed: true }));
    await store.write(membership('without-record', 'user'), update(undefined, { hidden: 1 }));
    await store.write(invitation('org_1', 'accepted'), update({ invited: true }));
    await store.write(invitation('org_1', 'open'), update({ invited: true }));
    await store.accept(invitation('org_1', 'accepted'), 'user');
  });
  return dataDir;
}

const RECORDS = 2 * ORGANIZATIONS + 3;

const HEADER = '{"format":"orgmeta-export","version":1}\n';

async function useStore<T>(dataDir: string, use: (store: Store) => Promise<T>): Promise<T> {
  const store = await openStore({ dataDir }, { onDamage: () => undefined });
  try {
    return await use(store);
  } finally {
    await store.close();
  }
}

async function exportFolder(t: ExecutionContext, dataDir: string): Promise<string> {
  const { code, stdout, stderr } = await runBuilt(t, ['export', '--data-dir', dataDir], '').ended;
  t.is(code, 0, stderr);
  return stdout;
}

function importInto(t: ExecutionContext, dataDir: string, input: string, ...flags: string[]) {
  return runBuilt(t, ['import', '--data-dir', dataDir, ...flags], input).ended;
}

const summary = (counts: Partial<Record<'written' | 'unchanged' | 'newer' | 'other' | 'invalid', number>>) =>
  `${counts.written ?? 0} records written, ${counts.unchanged ?? 0} there already, ${counts.newer ?? 0} kept that are newer, ` +
  `${counts.other ?? 0} kept that were created anew, ${counts.invalid ?? 0} lines passed over`;

test('an export is imported record for record, once', async (t) => {
  const [from, to] = [await makeFilledFolder(t), await makeTemporaryFolder(t)];
  const exported = await exportFolder(t, from);
  const lines = exported.trimEnd().split('\n');
  t.is(lines.length, RECORDS + 2);
  t.deepEqual(JSON.parse(lines[0] ?? ''), { format: 'orgmeta-export', version: 1 });
  const first = await importInto(t, to, exported);
  t.deepEqual([first.code, first.stderr], [0, `orgmeta: ${summary({ written: RECORDS })} (embedded store in ${to})\n`]);
  t.is(await exportFolder(t, to), exported);
  const second = await importInto(t, to, exported);
  t.deepEqual(
    [second.code, second.stderr],
    [0, `orgmeta: ${summary({ unchanged: RECORDS })} (embedded store in ${to})\n`],
  );
  t.is(await exportFolder(t, to), exported);
});

test('an export that was cut short is imported as far as it goes, and said to be', async (t) => {
  const [from, to] = [await makeFilledFolder(t), await makeTemporaryFolder(t)];
  const exported = await exportFolder(t, from);
  const cut = await importInto(t, to, exported.slice(0, exported.length / 2));
  t.is(cut.code, 1);
  t.regex(cut.stderr, /line \d+ is not JSON\n.*\n.*the export was cut short, since its end is missing/s);
  const whole = await importInto(t, to, exported);
  t.is(whole.code, 0);
  t.is(await exportFolder(t, to), exported);
});

test('an import that is killed goes on where it was when it is run again', async (t) => {
  const [from, to] = [await makeFilledFolder(t), await makeTemporaryFolder(t)];
  const exported = await exportFolder(t, from);
  const half = exported.indexOf('\n', exported.length / 2) + 1;
  const run = runBuilt(t, ['import', '--data-dir', to]);
  run.process.stdin?.write(exported.slice(0, half));
  await untilStored(to, exported.slice(0, half).split('\n').length - 2);
  run.process.kill('SIGKILL');
  await run.ended;
  t.is((await importInto(t, to, exported)).code, 0);
  t.is(await exportFolder(t, to), exported);
});

/** Waits until another process has stored so many records. */
async function untilStored(dataDir: string, count: number): Promise<void> {
  for (;;) {
    const stored = existsSync(path.join(dataDir, 'orgmeta.mdb')) ? await useStore(dataDir, countRecords) : 0;
    if (stored >= count) return;
  }
}

async function countRecords(store: Store): Promise<number> {
  const pages = await Promise.all(
    (['organization', 'membership', 'invitation'] as const).map((kind) =>
      store.list({ kind, pageSize: 1000, maxBytes: 1e9 }),
    ),
  );
  return pages.reduce((sum, { records }) => sum + records.length, 0);
}

test('an import that is interrupted says how to go on', async (t) => {
  const [from, to] = [await makeFilledFolder(t), await makeTemporaryFolder(t)];
  const exported = await exportFolder(t, from);
  const run = runBuilt(t, ['import', '--data-dir', to]);
  run.process.stdin?.write(exported);
  await untilStored(to, RECORDS);
  run.process.kill('SIGINT');
  const { code, stderr } = await run.ended;
  t.is(code, 1);
  t.regex(stderr, /interrupted; import the same export again to go on\n$/);
});

test('lines that hold no record are told by number and field, and the others are imported', async (t) => {
  const [from, to] = [await makeFilledFolder(t), await makeTemporaryFolder(t)];
  const lines = (await exportFolder(t, from)).split('\n');
  const edit = (line: number, change: object) => {
    lines[line - 1] = JSON.stringify({ ...(JSON.parse(lines[line - 1] ?? '') as object), ...change });
  };
  edit(3, { public_metadata: { big: 'x'.repeat(9000) } });
  edit(4, { revision: 0 });
  edit(5, { organization_id: 'a/b' });
  lines[5] = '{"kind":';
  const { code, stderr } = await importInto(t, to, lines.join('\n'));
  t.is(code, 1);
  t.regex(stderr, /line 3 public_metadata would be 9010 bytes/);
  t.regex(stderr, /line 4 revision is out of/);
  t.regex(stderr, /line 5 organization_id must be 1 to 128/);
  t.regex(stderr, /line 6 is not JSON/);
  t.true(stderr.includes(summary({ written: RECORDS - 4, invalid: 4 })));
});

test('what is newer or was created anew stays, and is told', async (t) => {
  const dataDir = await makeFilledFolder(t);
  const exported = await exportFolder(t, dataDir);
  await useStore(dataDir, async (store) => {
    await store.write(organization('org_0'), update({ newer: true }));
    await store.delete(membership('org_0', 'user'), { etag: '', force: false });
    await store.write(membership('org_0', 'user'), update({ anew: true }));
  });
  const before = await exportFolder(t, dataDir);
  const { code, stderr } = await importInto(t, dataDir, exported);
  t.is(code, 1);
  t.regex(stderr, /the organization org_0 stays as it is, since the record there is newer/);
  t.regex(stderr, /the membership org_0\/user stays as it is, since the record there was created anew/);
  t.true(stderr.includes(summary({ unchanged: RECORDS - 2, newer: 1, other: 1 })));
  t.is(await exportFolder(t, dataDir), before);
});

test('a dry run tells the same and writes nothing', async (t) => {
  const [from, to] = [await makeFilledFolder(t), await makeTemporaryFolder(t)];
  const exported = await exportFolder(t, from);
  await useStore(to, (store) => store.write(organization('mine'), update({ mine: 1 })));
  const before = await exportFolder(t, to);
  const { code, stderr } = await importInto(t, to, exported, '--dry-run');
  t.is(code, 0);
  t.regex(stderr, new RegExp(`${RECORDS} records would be written, 0 there already`));
  t.is(await exportFolder(t, to), before);
});

for (const { title, input, problem } of [
  { title: 'nothing', input: '', problem: /this is no export of orgmeta/ },
  { title: 'another file', input: '{"name":"x"}\n', problem: /this is no export of orgmeta/ },
  {
    title: 'an export of a later version',
    input: '{"format":"orgmeta-export","version":2}\n',
    problem: /of another version of orgmeta; this one reads version 1/,
  },
  {
    title: 'an export that lacks a record in the middle',
    input: `${HEADER}{"end":true,"records":{"organization":1,"membership":0,"invitation":0},"damaged":0}\n`,
    problem: /1 records of the export are missing from it/,
  },
  { title: 'a record without a header', input: '\r\n{"kind":"organization"}\n', problem: /this is no export/ },
  { title: 'an end without counts', input: `${HEADER}{"end":true}\n`, problem: /the export was changed/ },
  {
    title: 'an end with counts that cancel out',
    input: `${HEADER}{"end":true,"records":{"organization":9,"membership":-9,"invitation":0},"damaged":0}\n`,
    problem: /the export was changed/,
  },
  {
    title: 'an end with objects for counts',
    input: `${HEADER}{"end":true,"records":{"organization":{"valueOf":1},"membership":0,"invitation":0},"damaged":0}\n`,
    problem: /the export was changed/,
  },
]) {
  test(`${title} is refused`, async (t) => {
    const { code, stderr } = await importInto(t, await makeTemporaryFolder(t), input);
    t.is(code, 1);
    t.regex(stderr, problem);
  });
}

test('a database that can not be reached is told of at once, and waited for', async (t) => {
  const run = runBuilt(t, ['export', '--mongodb-uri', 'mongodb://127.0.0.1:1/none']);
  const told = await new Promise<string>((resolve) =>
    run.process.stderr?.once('data', (data) => {
      resolve(String(data));
    }),
  );
  t.regex(told, /^orgmeta: the database can not be used yet: .*ECONNREFUSED/);
  run.process.kill('SIGTERM');
  const { code, stderr } = await run.ended;
  t.is(code, 1);
  t.regex(stderr, /interrupted/);
});

test('a folder that is named beats a database of the environment, and two stores by flags are refused', async (t) => {
  const dataDir = await makeFilledFolder(t);
  const args = ['export', '--data-dir', dataDir];
  const chosen = await runBuilt(t, args, '', { MONGODB_URI: 'mongodb://127.0.0.1:1/none' }).ended;
  t.deepEqual(
    [chosen.code, chosen.stderr],
    [0, `orgmeta: exported ${RECORDS} records from embedded store in ${dataDir}\n`],
  );
  const both = await runBuilt(t, [...args, '--mongodb-uri', 'mongodb://127.0.0.1:1/none'], '').ended;
  t.deepEqual(
    [both.code, both.stderr],
    [2, 'orgmeta: --data-dir and --mongodb-uri name two stores; give one of them\n'],
  );
});

test('a folder without a database is not made by an export', async (t) => {
  const folder = path.join(await makeTemporaryFolder(t), 'none');
  const { code, stderr } = await runBuilt(t, ['export', '--data-dir', folder], '').ended;
  t.deepEqual([code, stderr], [1, `orgmeta: there is no database in ${folder}; name the folder that has one\n`]);
  t.false(existsSync(folder));
});

test('an export into a file is for its owner alone, and never over another file', async (t) => {
  const dataDir = await makeFilledFolder(t);
  const file = path.join(await makeTemporaryFolder(t), 'export.jsonl');
  const args = ['export', '--data-dir', dataDir, '--output', file];
  t.is((await runBuilt(t, args, '').ended).code, 0);
  t.is(await readFile(file, 'utf8'), await exportFolder(t, dataDir));
  t.is((await stat(file)).mode & 0o777, 0o600);
  await writeFile(file, 'mine');
  const { code, stderr } = await runBuilt(t, args, '').ended;
  t.deepEqual([code, stderr], [1, `orgmeta: ${file} is there already; name another file\n`]);
  t.is(await readFile(file, 'utf8'), 'mine');
});

test('an export whose reader has enough ends without a word', async (t) => {
  const run = runBuilt(t, ['export', '--data-dir', await makeFilledFolder(t)], '');
  run.process.stdout?.destroy();
  const { code, stderr } = await run.ended;
  t.deepEqual([code, stderr], [141, '']);
});

test('export and import work while the service runs on the folder', async (t) => {
  const [from, to] = [await makeFilledFolder(t), await makeTemporaryFolder(t)];
  const exported = await exportFolder(t, from);
  const service = await startService({ dataDir: to });
  t.teardown(() => service.stop());
  t.is((await importInto(t, to, exported)).code, 0);
  t.is(await exportFolder(t, to), exported);
});

withMongoServer(test, 'mongo-java-server', ({ uri }) => {
  test('mongo-java-server: records move into MongoDB and back as they were', async (t) => {
    const [from, back] = [await makeFilledFolder(t), await makeTemporaryFolder(t)];
    const exported = await exportFolder(t, from);
    const database = `${uri()}transfer`;
    const into = await runBuilt(t, ['import', '--mongodb-uri', database], exported).ended;
    t.deepEqual(
      [into.code, into.stderr],
      [0, `orgmeta: ${summary({ written: RECORDS })} (MongoDB at ${new URL(database).host}, database transfer)\n`],
    );
    const outOf = await runBuilt(t, ['export', '--mongodb-uri', database], '').ended;
    t.is(outOf.code, 0, outOf.stderr);
    t.deepEqual(outOf.stdout.split('\n').map(canonical).sort(), exported.split('\n').map(canonical).sort());
    t.is((await importInto(t, back, outOf.stdout)).code, 0);
    const again = await runBuilt(t, ['import', '--mongodb-uri', database], exported).ended;
    t.true(again.stderr.includes(summary({ unchanged: RECORDS })));
  });
});

/** The keys of a document have no order. */
function canonical(line: string): string {
  if (line === '') return '';
  return JSON.stringify(JSON.parse(line), (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1)))
      : value,
  );
}
