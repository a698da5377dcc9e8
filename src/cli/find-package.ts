import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Where this package lies, and which version it is. Found upwards from here, since the built code lies deeper. */
export function findPackage(): { readonly root: string; readonly version: string } {
  let root = import.meta.dirname;
  while (!existsSync(path.join(root, 'package.json'))) {
    if (root === path.dirname(root)) throw new Error('package.json is missing: the installation is incomplete');
    root = path.dirname(root);
  }
  const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string };
  return { root, version };
}
