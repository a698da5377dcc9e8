/**
 * Ends the build: makes the command of dist executable, and removes from dist what no source file stands behind any more.
 * TypeScript builds only what has changed, so dist is not emptied before. Plain JavaScript, since each `npm start` runs it.
 */
import { chmodSync, existsSync, readdirSync, rmdirSync, rmSync } from 'node:fs';
import path from 'node:path';

const DIST = 'dist';
/** What TypeScript knows of the last build. */
const BUILD_INFO = path.join(DIST, '.tsbuildinfo');

/** Removes what is stale in a folder, and the folder if nothing stays. */
function removeStale(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) removeStale(file);
    else if (file !== BUILD_INFO && !existsSync(sourceOf(file))) rmSync(file);
  }
  if (readdirSync(folder).length === 0) rmdirSync(folder);
}

function sourceOf(file) {
  return path.relative(DIST, file).replace(/\.js(\.map)?$/, '.ts');
}

removeStale(DIST);
chmodSync(path.join(DIST, 'src/cli/main.js'), 0o755);
