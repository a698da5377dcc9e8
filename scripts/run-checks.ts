/**
 * Runs every check of the project, as `npm test` does: first those that read the code or build it, and what the tests run,
 * as many side by side as there are cores, then, if these pass, the tests. Each is a script of package.json and can be run
 * alone by its name.
 */
import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';

const BEFORE_TESTS = ['typecheck', 'lint', 'servers', 'format', 'build'];
const TESTS = 'test:ava';

/** Runs a script of package.json, and resolves to whether it passed. With `quiet`, its output is shown if it fails. */
function runScript(name: string, quiet: boolean): Promise<boolean> {
  const started = performance.now();
  console.log(`▶ ${name}`);
  // npm tells its scripts where it is; this works where `npm` is a batch file, too.
  const npm = process.env.npm_execpath;
  const [program, args] = npm === undefined ? ['npm', []] : [process.execPath, [npm]];
  return new Promise((resolve) => {
    const child = spawn(program, [...args, 'run', '--silent', name], { stdio: quiet ? 'pipe' : 'inherit' });
    let output = '';
    child.stdout?.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr?.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.on('error', (error) => (output += error.message));
    child.on('close', (code) => {
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      console.log(code === 0 ? `✔ ${name} (${seconds}s)` : `${output}\n✘ ${name} (${seconds}s)`);
      resolve(code === 0);
    });
  });
}

/** Runs scripts side by side, and resolves to whether all passed. */
async function runAll(names: readonly string[]): Promise<boolean> {
  const waiting = [...names];
  let passed = true;
  const work = async () => {
    for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
      if (!(await runScript(name, true))) passed = false;
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  return passed;
}

const passed = (await runAll(BEFORE_TESTS)) && (await runScript(TESTS, false));
process.exitCode = passed ? 0 : 1;
