import { copyFile, mkdir, readdir, rm, stat, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import test from 'ava';
import { makeTemporaryFolder } from '../auth/temporary-folder.js';
import { PROJECT, runProgram } from './run-program.js';

test('a build leaves nothing of a source file that is gone, and the command can be run', async (t) => {
  const folder = await makeTemporaryFolder(t);
  for (const name of ['package.json', 'tsconfig.json', 'tsconfig.build.json'])
    await copyFile(path.join(PROJECT, name), path.join(folder, name));
  for (const name of ['node_modules', 'scripts']) await symlink(path.join(PROJECT, name), path.join(folder, name));
  await mkdir(path.join(folder, 'src/cli'), { recursive: true });
  await mkdir(path.join(folder, 'src/gone'));
  for (const name of ['cli/main', 'kept', 'gone', 'gone/too']) {
    await writeFile(path.join(folder, 'src', `${name}.ts`), 'export const one = 1;\n');
  }
  const build = async () => {
    t.deepEqual(await runProgram('npm', ['run', '--silent', 'build'], folder), { code: 0, output: '' });
    const found = await readdir(path.join(folder, 'dist'), { recursive: true, withFileTypes: true });
    const names = found.filter((entry) => !entry.isDirectory()).map((entry) => path.join(entry.parentPath, entry.name));
    return names.map((name) => path.relative(path.join(folder, 'dist'), name)).sort();
  };
  t.true((await build()).includes('src/gone/too.js'));
  await rm(path.join(folder, 'src/gone.ts'));
  await rm(path.join(folder, 'src/gone'), { recursive: true });
  t.deepEqual(await build(), [
    '.tsbuildinfo',
    'src/cli/main.js',
    'src/cli/main.js.map',
    'src/kept.js',
    'src/kept.js.map',
  ]);
  t.deepEqual((await readdir(path.join(folder, 'dist/src'))).sort(), ['cli', 'kept.js', 'kept.js.map']);
  t.is((await stat(path.join(folder, 'dist/src/cli/main.js'))).mode & 0o111, 0o111);
});
