import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import test from 'ava';
import { makeTemporaryFolder } from '../auth/temporary-folder.js';

for (const { title, signal, toGroup } of [
  { title: 'a SIGTERM to npm', signal: 'SIGTERM', toGroup: false },
  { title: "a terminal's SIGINT to npm and the service", signal: 'SIGINT', toGroup: true },
] as const) {
  test(`${title} stops the service of npm start as one to the service itself does`, async (t) => {
    // The project's own script, on what is built already: the other tests run from it.
    const folder = await makeTemporaryFolder(t);
    const { scripts } = JSON.parse(await readFile('package.json', 'utf8')) as { scripts: Record<string, string> };
    const manifest = { name: 'orgmeta', version: '0.0.0', type: 'module', scripts: { ...scripts, build: 'exit 0' } };
    await writeFile(path.join(folder, 'package.json'), JSON.stringify(manifest));
    await symlink(path.resolve('dist'), path.join(folder, 'dist'));

    const inherited = Object.entries(process.env).filter(([name]) => !/^(ORGMETA|npm)_/i.test(name));
    const env = { ...Object.fromEntries(inherited), ORGMETA_ADDRESS: '127.0.0.1:0', npm_config_logs_max: '0' };
    const child = spawn('npm', ['start'], { cwd: folder, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
    const group = -(child.pid ?? 0);
    t.teardown(() => {
      try {
        process.kill(group, 'SIGKILL');
      } catch {
        // All have ended.
      }
    });
    let output = '';
    const closed = once(child, 'close');
    await new Promise<void>((resolve) => {
      const read = (chunk: Buffer) => {
        output += chunk.toString();
        if (output.includes('"msg":"listening"')) resolve();
      };
      child.stdout.on('data', read);
      child.stderr.on('data', read);
      void closed.then(() => {
        resolve();
      });
    });
    process.kill(toGroup ? group : -group, signal);
    await closed;
    t.is(child.exitCode, 0, output);
    t.regex(output, /"msg":"stopped"/);
  });
}
