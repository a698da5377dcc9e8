/** Writes the table of settings into README.md, between `<!-- settings -->` and `<!-- /settings -->`. */
import { readFile, writeFile } from 'node:fs/promises';
import { insertSettingsTable } from '../src/cli/render-settings-table.js';
import { SETTINGS } from '../src/cli/settings.js';

const path = new URL('../README.md', import.meta.url);

try {
  const document = await readFile(path, 'utf8');
  const written = insertSettingsTable(document, SETTINGS);
  if (written !== document) await writeFile(path, written);
} catch (error) {
  console.error(`README.md: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
