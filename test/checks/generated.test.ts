import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fromBinary } from '@bufbuild/protobuf';
import { FileDescriptorSetSchema } from '@bufbuild/protobuf/wkt';
import test from 'ava';
import { generate } from '../../scripts/generate/generate.js';
import { copyServiceConfig, SERVICE_CONFIG_COPIES } from '../../scripts/generate/service-config.js';
import { PROJECT } from './run-program.js';

/** Reads every file under a folder, by its path from there; not what Python keeps of code that it ran. */
async function readAll(folder: string): Promise<Map<string, Buffer>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile() && !entry.parentPath.endsWith('__pycache__'))
    .map((entry) => path.join(entry.parentPath, entry.name));
  return new Map(
    await Promise.all(files.map(async (file) => [path.relative(folder, file), await readFile(file)] as const)),
  );
}

test('gen and the reference pages of docs are what the pinned tools make of the protos', async (t) => {
  const folder = await mkdtemp(path.join(tmpdir(), 'orgmeta-gen-'));
  t.teardown(() => rm(folder, { recursive: true, force: true }));
  const notGenerated = await generate(folder);
  for (const { name, missing } of notGenerated) {
    const reason = `gen/${name} is not checked: it needs ${missing}`;
    if (process.env.CI === 'true') t.fail(reason);
    t.log(reason);
  }
  const fresh = await readAll(path.join(folder, 'gen'));
  const committed = await readAll(path.join(PROJECT, 'gen'));
  const names = [...new Set([...fresh.keys(), ...committed.keys()])].sort();
  const stale = names.filter((name) => {
    if (notGenerated.some((language) => name.startsWith(`${language.name}${path.sep}`))) return false;
    const bytes = fresh.get(name);
    return bytes === undefined || committed.get(name)?.equals(bytes) !== true;
  });
  t.deepEqual(stale, [], 'these files of gen are not what the protos make; run `npm run generate` and commit gen');

  const pages = await readAll(path.join(folder, 'docs'));
  t.deepEqual([...pages.keys()].sort(), ['api.md', 'errors.md']);
  for (const [name, bytes] of pages) {
    const page = await readFile(path.join(PROJECT, 'docs', name), 'utf8');
    t.is(page, bytes.toString(), `docs/${name} is not what the protos make; run \`npm run generate\` and commit it`);
  }
});

test('each client has the service config as it is', async (t) => {
  const folder = await mkdtemp(path.join(tmpdir(), 'orgmeta-service-config-'));
  t.teardown(() => rm(folder, { recursive: true, force: true }));
  await copyServiceConfig(folder);
  for (const copy of SERVICE_CONFIG_COPIES) {
    const [fresh, committed] = await Promise.all(
      [folder, PROJECT].map((root) => readFile(path.join(root, copy), 'utf8')),
    );
    t.is(committed, fresh, `${copy} is stale; run \`npm run generate\``);
  }
});

test('reflection serves the services with all that they import and the details of errors, and nothing of the storage format', async (t) => {
  const bytes = await readFile(path.join(PROJECT, 'gen/orgmeta.binpb'));
  const { file } = fromBinary(FileDescriptorSetSchema, bytes);
  const names = file.map(({ name }) => name).sort();
  t.deepEqual(names, [
    'google/protobuf/duration.proto',
    'google/protobuf/struct.proto',
    'google/protobuf/timestamp.proto',
    'google/rpc/error_details.proto',
    'health/v1/health.proto',
    'orgmeta/v1/backend_metadata.proto',
    'orgmeta/v1/error_reason.proto',
    'orgmeta/v1/frontend_metadata.proto',
  ]);
  t.false(bytes.includes('orgmeta.storage'));
  t.deepEqual(
    file.flatMap(({ service }) => service.map(({ name }) => name)),
    ['BackendMetadata', 'FrontendMetadata', 'Health'],
  );
});
