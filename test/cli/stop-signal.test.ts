import { spawn } from 'node:child_process';
import { once } from 'node:events';
import test, { type ExecutionContext } from 'ava';

/** Starts a process that waits for a stop, and tells of each signal that it outlived. */
async function start(t: ExecutionContext, sameStopMs: number) {
  const program = `
    import { listenForStop } from './src/cli/stop-signal.ts';
    setTimeout(() => process.exit(9), 60_000);
    listenForStop(${sameStopMs}).then((signal) => console.log('asked by ' + signal));
    for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, () => setImmediate(console.log, 'outlived'));
    console.log('ready');
  `;
  const args = ['--import=tsx', '--conditions=source', '--input-type=module', '-e', program];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  t.teardown(() => child.kill('SIGKILL'));
  const output = child.stdout.setEncoding('utf8');
  t.deepEqual(await once(output, 'data'), ['ready\n']);
  let printed = '';
  output.on('data', (text: string) => (printed += text));
  const waitFor = async (text: string) => {
    while (!printed.includes(text)) await once(output, 'data');
  };
  return { child, waitFor };
}

for (const { signal, code } of [
  { signal: 'SIGTERM', code: 143 },
  { signal: 'SIGINT', code: 130 },
] as const) {
  test(`the first ${signal} asks the process to stop, and the second ends it at once`, async (t) => {
    const { child, waitFor } = await start(t, 0);
    child.kill(signal);
    await waitFor(`asked by ${signal}\noutlived\n`);
    child.kill(signal);
    t.is((await once(child, 'exit'))[0], code);
  });

  test(`a ${signal} that comes together with the first is the same one`, async (t) => {
    const { child, waitFor } = await start(t, 60_000);
    child.kill(signal);
    await waitFor(`asked by ${signal}\noutlived\n`);
    child.kill(signal);
    await waitFor('outlived\noutlived\n');
    t.is(child.exitCode, null);
  });
}
