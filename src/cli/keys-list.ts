import type { Command } from 'commander';
import { formatTime } from '../domain/time.js';
import { readKeysFile } from '../auth/read-keys-file.js';
import { isExpired, type StoredKey } from '../auth/stored-key.js';
import { addSettings } from './add-settings.js';
import { readSettings } from './read-settings.js';
import { KEYS_SETTINGS } from './settings.js';
import { withKeysFile } from './with-keys-file.js';

/** Adds `orgmeta keys list`. */
export function addKeysListCommand(keys: Command, env: NodeJS.ProcessEnv): void {
  const command = keys
    .command('list')
    .description('List the keys: what each is for, not the keys themselves.')
    .option('--json', 'Print JSON');
  addSettings(command, KEYS_SETTINGS).action(async ({ json, ...flags }: { readonly json?: true }) => {
    const { keys: listed } = await withKeysFile(readSettings(KEYS_SETTINGS, flags, env), readKeysFile);
    const now = Date.now();
    process.stdout.write(`${json ? renderJson(listed, now) : renderTable(listed, now)}\n`);
  });
}

function renderJson(keys: readonly StoredKey[], now: number): string {
  const shown = keys.map((key) => ({
    id: key.id,
    role: key.role,
    status: statusOf(key, now),
    organizations: key.organizations,
    create_time: formatTime(key.createTime),
    expire_time: key.expireTime === undefined ? undefined : formatTime(key.expireTime),
    note: key.note,
  }));
  return JSON.stringify(shown, null, 2);
}

function renderTable(keys: readonly StoredKey[], now: number): string {
  const rows = keys.map((key) => [
    key.id,
    key.role,
    statusOf(key, now),
    key.organizations?.join(',') ?? 'all',
    formatDay(key.createTime),
    key.expireTime === undefined ? 'never' : formatDay(key.expireTime),
    key.note ?? '',
  ]);
  const lines = [['ID', 'ROLE', 'STATUS', 'ORGANIZATIONS', 'CREATED', 'EXPIRES', 'NOTE'], ...rows];
  const widths = lines[0]?.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0))) ?? [];
  return lines
    .map((line) =>
      line
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function statusOf(key: StoredKey, now: number): 'active' | 'expired' {
  return isExpired(key, now) ? 'expired' : 'active';
}

function formatDay(time: number): string {
  return formatTime(time).slice(0, 10);
}
