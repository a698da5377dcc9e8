import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import test, { type ExecutionContext } from 'ava';
import { findPackages } from '../../../examples/data/find-packages.js';
import { packageRecords } from '../../../examples/data/package-records.js';
import { isValidId } from '../../../src/domain/owner.js';

test('finds plain, scoped and nested packages, and no manifest that lies deeper inside a package', async (t) => {
  const folder = await writeFiles(t, {
    'plain/package.json': '{"name":"plain","version":"1.0.0"}',
    'plain/dist/esm/package.json': '{"type":"module"}',
    'plain/node_modules/inner/package.json': '{"name":"inner","version":"2.0.0"}',
    'plain/node_modules/@deep/er/package.json': '\uFEFF{"name":"@deep/er","version":"3.0.0"}',
    'plain/test/fixtures/node_modules/fake/package.json': '{"name":"fake"}',
    '@scope/one/package.json': '{"name":"@scope/one","version":"1.0.0-rc.1+build"}',
    '.pnpm/x@1/node_modules/x/package.json': '{"name":"x","version":"1.0.0"}',
    '.package-lock.json': '{}',
  });
  const packages = await findPackages(folder);
  t.deepEqual(
    packageRecords(packages).map(({ owner }) => owner.organizationId),
    ['x@1.0.0', '@scope:one@1.0.0-rc.1+build', '@deep:er@3.0.0', 'inner@2.0.0', 'plain@1.0.0'],
  );
});

test('a manifest that is not a JSON object is told apart, and makes no record', async (t) => {
  const folder = await writeFiles(t, {
    'array/package.json': '[]',
    'broken/package.json': '{"name":',
    'good/package.json': '{"name":"good","version":"1.0.0"}',
  });
  const packages = await findPackages(folder);
  t.deepEqual(
    packages.map(({ file, manifest }) => [file, manifest !== undefined]),
    [
      ['array/package.json', false],
      ['broken/package.json', false],
      ['good/package.json', true],
    ],
  );
  t.is(packageRecords(packages).length, 1);
});

test('each copy of a version gets an id of its own', (t) => {
  const manifest = { name: '@a/b', version: '1.0.0' };
  const files = ['@a/b', 'c/node_modules/@a/b', 'd/node_modules/@a/b'].map((at) => ({
    file: `${at}/package.json`,
    manifest,
  }));
  t.deepEqual(
    packageRecords(files).map(({ owner }) => owner.organizationId),
    ['@a:b@1.0.0', '@a:b@1.0.0~2', '@a:b@1.0.0~3'],
  );
});

for (const { title, manifest } of [
  { title: 'a long name', manifest: { name: 'n'.repeat(214), version: '1.0.0' } },
  { title: 'a name with a space', manifest: { name: 'two words', version: '1.0.0' } },
  { title: 'a name outside ASCII', manifest: { name: '包', version: '1.0.0' } },
  { title: 'no name and no version', manifest: {} },
  { title: 'a name that is not a string', manifest: { name: ['a'], version: 1 } },
]) {
  test(`${title} becomes a valid id, also for its copies`, (t) => {
    const records = packageRecords([
      { file: 'a b/package.json', manifest },
      { file: 'a b/package.json', manifest },
    ]);
    const ids = records.map(({ owner }) => owner.organizationId);
    t.true(ids.every(isValidId), ids.join(' '));
    t.is(new Set(ids).size, 2);
  });
}

async function writeFiles(t: ExecutionContext, files: Record<string, string>): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'orgmeta-packages-'));
  t.teardown(() => rm(folder, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await writeFile(path.join(folder, name), text);
  }
  return folder;
}
