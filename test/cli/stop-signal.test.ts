import { spawn } from 'node:child_process';
import { once } from 'node:events';
import test from 'ava';

for (const { signal, code } of [
  { signal: 'SIGTERM', code: 143 },
  { signal: 'SIGINT', code: 130 },
] as const) {
  test(`the first ${signal} asks the process to stop, and the second ends it at once`, async (t) => {
    const program = `
      import { listenForStop } from './src/cli/stop-signal.ts';
      setTimeout(() => process.exit(9), 20_000);
      const stop = listenForStop();
      console.log('ready');
      console.log(await stop);
    `;
    const args = ['--import=tsx', '--conditions=source', '--input-type=module', '-e', program];
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    t.teardown(() => child.kill('SIGKILL'));
    const output = child.stdout.setEncoding('utf8');
    t.deepEqual(await once(output, 'data'), ['ready\n']);
    child.kill(signal);
    t.deepEqual(await once(output, 'data'), [`${signal}\n`]);
    child.kill(signal);
    t.is((await once(child, 'exit'))[0], code);
  });
}
