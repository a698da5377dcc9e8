import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import test, { type ExecutionContext } from 'ava';
import { findBreakingBase } from './find-breaking-base.js';
import { PROJECT, runBuf, runProgram } from './run-program.js';

async function makeFolder(t: ExecutionContext): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'orgmeta-proto-'));
  t.teardown(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** Copies the protos and edits one of them. */
async function editProto(t: ExecutionContext, file: string, before: RegExp, after: string): Promise<string> {
  const folder = await makeFolder(t);
  await cp(path.join(PROJECT, 'buf.yaml'), path.join(folder, 'buf.yaml'));
  await cp(path.join(PROJECT, 'proto'), path.join(folder, 'proto'), { recursive: true });
  const proto = path.join(folder, 'proto/orgmeta', file);
  const text = await readFile(proto, 'utf8');
  t.regex(text, before);
  await writeFile(proto, text.replace(before, after));
  return folder;
}

test('the protos keep every rule of buf lint', async (t) => {
  const { code, output } = await runBuf('lint');
  t.is(code, 0, output);
});

test('buf lint finds an element without a comment', async (t) => {
  const folder = await editProto(t, 'v1/frontend_metadata.proto', /^message /m, '\nmessage Bare {}\nmessage ');
  const { code, output } = await runBuf('lint', folder);
  t.not(code, 0);
  t.regex(output, /Message "Bare" should have a non-empty comment/);
});

for (const { title, file, before, says } of [
  { title: 'the role of an rpc', file: 'v1/frontend_metadata.proto', before: /\/\/ Role: /, says: 'Role' },
  { title: 'the errors of an rpc', file: 'v1/backend_metadata.proto', before: /\/\/ Errors: /, says: 'Errors' },
  { title: 'the remedy of a reason', file: 'v1/error_reason.proto', before: /\/\/ Remedy: /, says: 'Remedy' },
]) {
  test(`no reference page is made where the comment forgets ${title}`, async (t) => {
    const folder = await editProto(t, file, before, '// ');
    const template = path.join(PROJECT, 'scripts/generate/docs/buf.gen.yaml');
    const paths = ['--path', path.join(folder, 'proto/orgmeta/v1')];
    const { code, output } = await runBuf('generate', folder, '--template', template, ...paths, '-o', folder);
    t.not(code, 0);
    t.regex(output, new RegExp(`says nothing of "${says}:"`));
  });
}

test('the protos break nothing that was promised before', async (t) => {
  const base = await findBreakingBase(PROJECT);
  if ('none' in base) {
    t.log(`compared with nothing: ${base.none}`);
    t.pass();
    return;
  }
  const archive = path.join(await makeFolder(t), 'base.zip');
  const archived = await runProgram('git', ['archive', '-o', archive, base.commit, 'buf.yaml', 'proto']);
  t.is(archived.code, 0, archived.output);
  t.log(`compared with ${base.why}, ${base.commit}`);
  const { code, output } = await runBuf('breaking', '--against', archive);
  t.is(code, 0, output);
});

for (const file of ['v1/backend_metadata.proto', 'v1/frontend_metadata.proto', 'storage/v1/record.proto']) {
  test(`buf breaking finds a renumbered field in ${file}`, async (t) => {
    const folder = await editProto(t, file, /^( {2}\w+ \w+ =) 1;/m, '$1 1001;');
    const { code, output } = await runBuf('breaking', folder, '--against', PROJECT);
    t.not(code, 0);
    t.regex(output, /Previously present field "1"/);
  });
}
