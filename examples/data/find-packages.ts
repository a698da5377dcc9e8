import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { JsonObject, JsonValue } from '../../src/domain/json.js';
import { isJsonObject } from '../../src/domain/json.js';

/** One package that is installed under a `node_modules` folder. */
export interface InstalledPackage {
  /** Where its manifest is, relative to the folder that was searched, with `/`. */
  readonly file: string;
  /** Its `package.json`, parsed; undefined if that is not a JSON object. */
  readonly manifest: JsonObject | undefined;
}

const PACKAGE = String.raw`(?:(?:@[^/]+|\.pnpm)/)?[^/]+`;
/** A manifest at the root of a package: not one of the many that lie deeper inside a package. */
const MANIFEST = new RegExp(`^${PACKAGE}(?:/node_modules/${PACKAGE})*/package\\.json$`);

/**
 * Finds every package that is installed under a `node_modules` folder: scoped ones, and those nested in others.
 * Symbolic links are not followed, so each is found once.
 *
 * @returns the packages in the order of their paths.
 */
export async function findPackages(folder: string): Promise<InstalledPackage[]> {
  const files = (await readdir(folder, { recursive: true }))
    .map((file) => file.replaceAll(path.sep, '/'))
    .filter((file) => MANIFEST.test(file))
    .sort();
  return Promise.all(
    files.map(async (file) => ({ file, manifest: parseManifest(await readFile(path.join(folder, file), 'utf8')) })),
  );
}

function parseManifest(text: string): JsonObject | undefined {
  try {
    const value = JSON.parse(text.replace(/^\uFEFF/, '')) as JsonValue;
    return isJsonObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
