/** Writes the tables of settings into README.md, each between two comments: the service's, and the gateway's. */
import { readFile, writeFile } from 'node:fs/promises';
import { GATEWAY_SETTINGS } from '../src/cli/gateway-settings.js';
import { insertSettingsTable } from '../src/cli/render-settings-table.js';
import { SETTINGS } from '../src/cli/settings.js';

const path = new URL('../README.md', import.meta.url);

try {
  const document = await readFile(path, 'utf8');
  const withService = insertSettingsTable(document, SETTINGS);
  const written = insertSettingsTable(withService, GATEWAY_SETTINGS, 'gateway settings');
  if (written !== document) await writeFile(path, written);
} catch (error) {
  console.error(`README.md: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
