import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import test from 'ava';
import { removeStaleSocket } from '../../src/cli/remove-stale-socket.js';
import { makeTemporaryFolder } from '../auth/temporary-folder.js';

test('the socket of a process that was killed is removed', async (t) => {
  const path = join(await makeTemporaryFolder(t), 'a.sock');
  const program = `require('net').createServer().listen(${JSON.stringify(path)}, () => console.log('ready'))`;
  const child = spawn(process.execPath, ['-e', program], { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(child.stdout, 'data');
  child.kill('SIGKILL');
  await once(child, 'exit');
  t.true((await stat(path)).isSocket());
  await removeStaleSocket(path);
  await t.throwsAsync(stat(path), { code: 'ENOENT' });
});

test('a socket that somebody listens on stays, and so does a file, and nothing is no error', async (t) => {
  const folder = await makeTemporaryFolder(t);
  const server = createServer().listen(join(folder, 'b.sock'));
  t.teardown(() => server.close());
  await once(server, 'listening');
  await writeFile(join(folder, 'file'), 'x');
  for (const name of ['b.sock', 'file', 'none']) await removeStaleSocket(join(folder, name));
  t.true((await stat(join(folder, 'b.sock'))).isSocket());
  t.true((await stat(join(folder, 'file'))).isFile());
});
