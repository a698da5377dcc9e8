import type { Command } from 'commander';
import { changeKeysFile } from '../auth/change-keys-file.js';
import { readKeysFile } from '../auth/read-keys-file.js';
import { addSettings } from './add-settings.js';
import { CliError } from './cli-error.js';
import { readSettings, type Flags } from './read-settings.js';
import { KEYS_SETTINGS } from './settings.js';
import { withKeysFile } from './with-keys-file.js';

/** Adds `orgmeta keys revoke`. */
export function addKeysRevokeCommand(keys: Command, env: NodeJS.ProcessEnv): void {
  const command = keys
    .command('revoke')
    .description('Revoke a key. A running service refuses it within a second.')
    .argument('<id>', 'Which key, as "orgmeta keys list" names it');
  addSettings(command, KEYS_SETTINGS).action(async (id: string, flags: Flags) => {
    await withKeysFile(readSettings(KEYS_SETTINGS, flags, env), async (path) => {
      // Tells that there is no file before the lock is made beside it.
      await readKeysFile(path);
      await changeKeysFile(path, (before = []) => {
        const after = before.filter((key) => key.id !== id);
        if (after.length === before.length) {
          throw new CliError(1, `there is no key ${JSON.stringify(id)} in ${path}; see "orgmeta keys list"`);
        }
        return after;
      });
    });
    process.stderr.write(`Revoked ${id}. A running service refuses it within a second.\n`);
  });
}
