import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import baseTest, { type TestFn } from 'ava';
import { findMissing, PYTHON } from '../../scripts/toolchain/need.js';
import { readVersion } from '../../scripts/version-places.js';
import { CLIENT, makePythonEnvironment, type PythonEnvironment } from './python/python-environment.js';
import { runCommand } from './python/run-command.js';
import { startForClient } from './start-for-client.js';

interface Context {
  environment: PythonEnvironment;
}

const test = baseTest as TestFn<Context>;
const missing = findMissing([PYTHON]);
const OTHER_SOURCES = ['../../examples/python', '../../bench/clients/python'];

if (missing !== undefined && process.env.CI !== 'true') {
  test.skip(`the Python client can't be tested: ${missing} is not installed here`, (t) => t.fail());
} else {
  declareTests();
}

function declareTests(): void {
  test.before(async (t) => {
    t.timeout(300_000, 'the environment may have to be made first');
    t.context.environment = await makePythonEnvironment();
  });

  const CHECKS: { title: string; module: string; args: string[] }[] = [
    { title: 'the linter finds nothing', module: 'ruff', args: ['check', '--no-cache', '.', ...OTHER_SOURCES] },
    {
      title: 'the code is formatted',
      module: 'ruff',
      args: ['format', '--check', '--no-cache', '.', ...OTHER_SOURCES],
    },
    { title: 'the types hold', module: 'mypy', args: ['--cache-dir', path.resolve('.cache/mypy')] },
    { title: 'its own tests pass', module: 'pytest', args: ['--quiet'] },
  ];
  for (const { title, module, args } of CHECKS) {
    test(`Python: ${title}`, async (t) => {
      const config = module === 'ruff' ? ['--config', 'pyproject.toml'] : [];
      await runCommand(t.context.environment.python('-m', module, ...args, ...config), { cwd: CLIENT });
      t.pass();
    });
  }

  test('Python: the wheel, made from the source distribution, runs the programs of the READMEs without the project', async (t) => {
    const { environment } = t.context;
    const folder = await mkdtemp(path.join(tmpdir(), 'orgmeta-python-package-'));
    t.teardown(() => rm(folder, { recursive: true, force: true }));
    const wheel = await buildWheel(environment, folder);

    const files = await listFiles(environment, wheel);
    for (const wanted of ['orgmeta/py.typed', 'orgmeta/service_config.json', 'orgmeta/v1/backend_metadata_pb2.pyi']) {
      t.true(files.includes(wanted), wanted);
    }
    const described = `orgmeta-${await readVersion()}.dist-info/`;
    t.deepEqual(
      files.filter(
        (file) =>
          !(file.startsWith('orgmeta/') || file.startsWith(described)) || /test|scenario|__pycache__/.test(file),
      ),
      [],
    );
    t.is(await readFile(path.join(CLIENT, 'LICENSE'), 'utf8'), await readFile('LICENSE', 'utf8'));

    const python = await installAlone(environment, wheel, folder);
    const { address, backendKey, frontendKey } = await startForClient(t);
    const run = (key: string, ...args: string[]) =>
      runCommand([python, ...args], { cwd: folder, env: { ORGMETA_ADDRESS: address, ORGMETA_KEY: key } });

    for (const { program, prints } of await readPrograms(path.join(CLIENT, 'README.md'))) {
      t.is(await run(backendKey, '-c', program), `${prints}\n`);
    }
    const examples = path.resolve('examples/python');
    const commands = await readCommands(path.join(examples, 'README.md'));
    t.is(commands.length, 2);
    for (const { key, script, args, prints } of commands) {
      t.is(await run(key === 'sk' ? backendKey : frontendKey, path.join(examples, script), ...args), prints);
    }
  });
}

/** Builds the source distribution, and the wheel out of that, as they are published. */
async function buildWheel(environment: PythonEnvironment, folder: string): Promise<string> {
  await runCommand(environment.python('-m', 'build', '--no-isolation', '--outdir', folder, CLIENT));
  const [wheel, ...others] = (await readdir(folder)).filter((file) => file.endsWith('.whl'));
  if (wheel === undefined || others.length > 0) throw new Error('there is not exactly one wheel');
  return path.join(folder, wheel);
}

async function listFiles(environment: PythonEnvironment, wheel: string): Promise<string[]> {
  const program = 'import sys, zipfile; print("\\n".join(zipfile.ZipFile(sys.argv[1]).namelist()))';
  return (await runCommand(environment.python('-c', program, wheel))).trim().split('\n');
}

/** Installs the wheel with what it says that it needs, and nothing else. Gives the Python of that environment. */
async function installAlone(environment: PythonEnvironment, wheel: string, folder: string): Promise<string> {
  await runCommand(['python3', '-m', 'venv', '--without-pip', path.join(folder, 'alone')]);
  const python = path.join(folder, 'alone/bin/python');
  const pip = ['-m', 'pip', '--python', python, '--disable-pip-version-check'];
  const { wheels } = environment;
  await runCommand(environment.python(...pip, 'install', '--no-index', '--find-links', wheels, wheel));
  return python;
}

/** The programs of a README, each with what it says that they print. */
async function readPrograms(readme: string) {
  const text = await readFile(readme, 'utf8');
  const found = [...text.matchAll(/```python\n(.*?)```\n\nIt prints `(.*?)`/gs)];
  const programs = found.map(([, program = '', prints = '']) => ({ program, prints }));
  if (programs.length !== text.split('```python').length - 1) throw new Error('a program says not what it prints');
  return programs;
}

/** The commands of the examples' README, each with what it says that they print. */
async function readCommands(readme: string) {
  const text = await readFile(readme, 'utf8');
  const command = /export ORGMETA_KEY=om_(sk|pk)_…\npython3 examples\/python\/(\S+) (.*?)\n```\n\n```text\n(.*?)```/gs;
  return [...text.matchAll(command)].map(([, key = '', script = '', args = '', prints = '']) => ({
    key,
    script,
    args: args.split(' '),
    prints,
  }));
}
