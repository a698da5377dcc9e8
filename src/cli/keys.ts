import type { Command } from 'commander';
import { addKeysCreateCommand } from './keys-create.js';
import { addKeysListCommand } from './keys-list.js';
import { addKeysRevokeCommand } from './keys-revoke.js';

/** Adds `orgmeta keys`, the commands that change the keys file; a running service takes each change within a second. */
export function addKeysCommand(program: Command, env: NodeJS.ProcessEnv): void {
  const keys = program.command('keys').description('Create, list and revoke API keys.');
  addKeysCreateCommand(keys, env);
  addKeysListCommand(keys, env);
  addKeysRevokeCommand(keys, env);
}
