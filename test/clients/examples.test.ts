import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import test from 'ava';
import { buildJavaClient } from '../../scripts/toolchain/build-java-client.js';
import { findMissing, GO, JAVA, MAVEN, PYTHON, type CommandLine, type Need } from '../../scripts/toolchain/need.js';
import { buildGo } from './build-go.js';
import { makePythonEnvironment } from './python/python-environment.js';

interface Example {
  readonly program: string;
  readonly needs: readonly Need[];
  readonly args: readonly string[];
  /** Builds it, unless it is built already, and gives the command that starts it. */
  readonly command: () => Promise<CommandLine>;
}

const EXAMPLES: readonly Example[] = [
  inTypeScript('update-plan.ts'),
  inTypeScript('read-profile.ts'),
  inGo('update-plan', 'org_1', 'pro'),
  inGo('read-profile', 'org_1'),
  inPython('update_plan.py', 'org_1', 'pro', '5'),
  inPython('read_profile.py', 'org_1'),
  inJava('UpdatePlan.java'),
  inJava('ReadProfile.java'),
];

for (const { program, needs, args, command } of EXAMPLES) {
  const title = `${program} says in one line that ORGMETA_KEY is not set, or empty, and fails`;
  const missing = findMissing(needs);
  if (missing !== undefined && process.env.CI !== 'true') {
    test.skip(`${title}: can't run: ${missing} is not installed here`, (t) => t.fail());
    continue;
  }
  test.serial(title, async (t) => {
    t.timeout(300_000, 'a build may come first');
    const line = await command();
    for (const key of [undefined, '']) {
      const { code, stdout, stderr } = await run([...line, ...args], { ORGMETA_KEY: key });
      t.regex(stderr, /^set ORGMETA_KEY to a (?:backend|frontend)['’?]s key, om_(?:sk|pk)_\S+\n$/);
      t.is(stdout, '');
      t.is(code, 1);
    }
  });
}

async function run([program, ...args]: CommandLine, settings: Record<string, string | undefined>) {
  // Nobody listens there.
  const env = { ...process.env, ORGMETA_ADDRESS: '127.0.0.1:1', PYTHONUTF8: '1', ...settings };
  const child = spawn(program, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const closed = once(child, 'close') as Promise<[code: number | null]>;
  const [stdout, stderr, [code]] = await Promise.all([text(child.stdout), text(child.stderr), closed]);
  return { code, stdout, stderr };
}

function inTypeScript(file: string, ...args: string[]): Example {
  const program = `examples/typescript/${file}`;
  const line = [process.execPath, '--import=tsx', '--conditions=source', program] as const;
  return { program, needs: [], args, command: () => Promise.resolve(line) };
}

function inGo(folder: string, ...args: string[]): Example {
  const program = `examples/go/${folder}`;
  return { program, needs: [GO], args, command: async () => [await buildGo(program)] };
}

function inPython(file: string, ...args: string[]): Example {
  const program = `examples/python/${file}`;
  return { program, needs: [PYTHON], args, command: async () => (await makePythonEnvironment()).python(program) };
}

function inJava(file: string, ...args: string[]): Example {
  const program = `examples/java/${file}`;
  const command = async () => ['java', '-cp', (await buildJavaClient()).classpath, program] as const;
  return { program, needs: [JAVA, MAVEN], args, command };
}
