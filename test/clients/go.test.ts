import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import test from 'ava';
import { buildCached } from '../../scripts/toolchain/build-cached.js';
import { findMissing, GO, type CommandLine } from '../../scripts/toolchain/need.js';
import { PROJECT, runProgram } from '../checks/run-program.js';
import { declareMissing } from '../declare-missing.js';
import { makeModuleProxy } from './go-module-proxy.js';
import { readCodeBlocks } from './read-code-blocks.js';
import { startForClient } from './start-for-client.js';

const PACKAGES = ['./clients/go/...', './examples/go/...', './bench/clients/go/...'];

const CHECKS: readonly { readonly title: string; readonly command: CommandLine }[] = [
  { title: 'go vet finds nothing in the Go code', command: ['go', 'vet', ...PACKAGES] },
  { title: "the Go client's own tests pass", command: ['go', 'test', '-count=1', './clients/go/...'] },
  { title: 'go.mod and go.sum list what is needed and no more', command: ['go', 'mod', 'tidy', '-diff'] },
];

// So that what is compiled for one test need not be for the next, which has its modules in another folder.
process.env.GOFLAGS = '-trimpath';

const missing = findMissing([GO]);
if (missing === undefined) declare();
else declareMissing(`Go: can't run: ${missing} is not installed here`, 'with CI=true every client must run');

function declare(): void {
  for (const { title, command } of CHECKS) {
    test.serial(title, async (t) => {
      t.timeout(300_000, 'a build may come first');
      const [program, ...args] = command;
      const { code, output } = await runProgram(program, args);
      t.is(code, 0, output);
    });
  }

  test.serial('the Go code is formatted', async (t) => {
    const { output } = await runProgram('gofmt', [
      '-l',
      'clients/go',
      'examples/go',
      'bench/clients/go',
      'test/servers',
    ]);
    t.is(output, '');
  });

  test.serial('staticcheck finds nothing in the Go code', async (t) => {
    t.timeout(300_000, 'a build may come first');
    const build = [['go', 'build', '-o', 'built/staticcheck', 'tool']] as const;
    const built = await buildCached('staticcheck', path.join(PROJECT, 'scripts/toolchain/staticcheck'), build);
    const { code, output } = await runProgram(path.join(built, 'staticcheck'), PACKAGES);
    t.is(code, 0, output);
  });

  test.serial('the commands of the Go examples work as pasted', async (t) => {
    t.timeout(300_000, 'a build may come first');
    const { address, backendKey, frontendKey } = await startForClient(t);
    const readme = path.join(PROJECT, 'examples/go/README.md');
    const [[shown = ''], [prints = '']] = [await readCodeBlocks(readme, 'sh'), await readCodeBlocks(readme, 'text')];
    const commands = shown.replaceAll('om_sk_…', backendKey).replaceAll('om_pk_…', frontendKey);
    const { code, output } = await runProgram('env', [`ORGMETA_ADDRESS=${address}`, 'bash', '-ec', commands]);
    t.is(code, 0, output);
    t.is(output, prints.trim());
  });

  test.serial("whoever requires the Go module from elsewhere can run its README's program", async (t) => {
    t.timeout(600_000, 'everything is compiled the first time');
    const { address, backendKey } = await startForClient(t);
    const folder = await mkdtemp(path.join(tmpdir(), 'orgmeta-go-'));
    t.teardown(() => rm(folder, { recursive: true, force: true }));
    await makeModuleProxy(folder, 'v0.1.0');
    const readme = path.join(PROJECT, 'clients/go/README.md');
    const [[source = ''], [install = '']] = [await readCodeBlocks(readme, 'go'), await readCodeBlocks(readme, 'sh')];
    const consumer = path.join(folder, 'consumer');
    await mkdir(consumer);
    // The one thing that differs: the service of this test is not where a service listens by default.
    await writeFile(path.join(consumer, 'main.go'), source.replace('127.0.0.1:50051', address));
    const env = await consumerEnv(folder);
    const commands = ['go mod init example.com/consumer', install, 'go run .'].join('\n');
    const { code, output } = await runProgram(
      'env',
      [...env, `ORGMETA_KEY=${backendKey}`, 'bash', '-ec', commands],
      consumer,
    );
    t.is(code, 0, output);
    t.regex(output, /^map\[plan:pro\] 14$/m);
    t.regex(await readFile(path.join(consumer, 'go.mod'), 'utf8'), /github\.com\/orgmeta\/orgmeta v0\.1\.0/);
  });
}

/**
 * What makes `go` get the module from the proxy in a folder. All else comes from what was downloaded before, where it was, since a
 * module cache of its own is what keeps this version of ours from the one of the person who runs the tests.
 */
async function consumerEnv(folder: string): Promise<string[]> {
  const asked = await runProgram('go', ['env', 'GOMODCACHE', 'GOPROXY']);
  const [cache = '', proxy = ''] = asked.output.split('\n');
  const downloads = pathToFileURL(path.join(cache, 'cache/download')).href;
  return [
    `GOPROXY=${pathToFileURL(path.join(folder, 'proxy')).href},${downloads},${proxy}`,
    // The checksums of the others are held by the project's own go.sum; that of ours nobody has published.
    'GOSUMDB=off',
    `GOMODCACHE=${path.join(folder, 'modules')}`,
    'GOFLAGS=-trimpath -modcacherw',
  ];
}
