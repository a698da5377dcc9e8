import { execFile } from 'node:child_process';
import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { PROJECT } from '../checks/run-program.js';

const MODULE = 'github.com/orgmeta/orgmeta';

/**
 * Makes a folder that a Go module proxy is (`GOPROXY=file://…`), and publishes the project there as it is now: what Git knows of
 * it and what it would add, without the folders that are other modules.
 */
export async function makeModuleProxy(folder: string, version: string): Promise<void> {
  const versions = path.join(folder, 'proxy', MODULE, '@v');
  await mkdir(versions, { recursive: true });
  const objects = path.join(folder, 'objects');
  await mkdir(objects);
  // An index and objects of our own, so that nothing is left in the repository.
  const env = {
    ...process.env,
    GIT_INDEX_FILE: path.join(folder, 'index'),
    GIT_OBJECT_DIRECTORY: objects,
    GIT_ALTERNATE_OBJECT_DIRECTORIES: await git(['rev-parse', '--path-format=absolute', '--git-path', 'objects']),
  };
  await git(['add', '--all'], env);
  const manifests = (await git(['ls-files', '*/go.mod'], env)).split('\n').filter((file) => file !== '');
  const others = manifests.map((file) => `:(exclude)${path.posix.dirname(file)}`);
  const tree = await git(['write-tree'], env);
  const archive = [`--prefix=${MODULE}@${version}/`, '--output', path.join(versions, `${version}.zip`), tree];
  await git(['archive', '--format=zip', ...archive, '--', '.', ...others], env);
  await copyFile(path.join(PROJECT, 'go.mod'), path.join(versions, `${version}.mod`));
  await writeFile(path.join(versions, `${version}.info`), JSON.stringify({ Version: version }));
  await writeFile(path.join(versions, 'list'), `${version}\n`);
}

async function git(args: readonly string[], env = process.env): Promise<string> {
  const { stdout } = await promisify(execFile)('git', args, { cwd: PROJECT, env });
  return stdout.trim();
}
