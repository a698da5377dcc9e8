import { dirname } from 'node:path';
import { InvalidArgumentError, Option, type Command } from 'commander';
import { changeKeysFile } from '../auth/change-keys-file.js';
import type { Role } from '../auth/caller.js';
import { issueKey } from '../auth/issue-key.js';
import { isValidNote } from '../auth/parse-stored-key.js';
import { formatTime, parseTime } from '../domain/time.js';
import { isExpired, type StoredKey } from '../auth/stored-key.js';
import { isValidId } from '../domain/owner.js';
import { escapeControls } from '../telemetry/escape-controls.js';
import { addSettings } from './add-settings.js';
import { parseDuration } from './parse-duration.js';
import { readSettings } from './read-settings.js';
import { makeFolder } from './make-folder.js';
import { KEYS_SETTINGS, keysFilePath, type KeysSettings } from './settings.js';
import { nameKeysSettings, withKeysFile } from './with-keys-file.js';

/** The flags of the command that are no settings, as their parsers below leave them. */
interface Flags {
  readonly role: Role;
  readonly organization?: readonly string[];
  /** In milliseconds. */
  readonly expiresIn?: number;
  /** In milliseconds since the Unix epoch. */
  readonly expiresAt?: number;
  readonly note?: string;
}

/** Adds `orgmeta keys create`. Prints the key, alone, to stdout; what is to be said of it, to stderr. */
export function addKeysCreateCommand(keys: Command, env: NodeJS.ProcessEnv): void {
  const command = keys.command('create').description('Create a key and print it, once: it is kept nowhere.');
  for (const option of createOptions()) command.addOption(option);
  addSettings(command, KEYS_SETTINGS).action(async (flags: Flags) => {
    const settings = readSettings(KEYS_SETTINGS, { ...flags }, env);
    const now = Date.now();
    const { role, organization: organizations, expiresIn, expiresAt: expireTime, note } = flags;
    const grant = { role, organizations, expireTime: expiresIn === undefined ? expireTime : now + expiresIn, note };
    const { key, stored } = issueKey(grant, now);
    const isNew = await withKeysFile(settings, (path) => addKey(path, stored));
    const place = `${isNew ? 'the new keys file ' : ''}${escapeControls(keysFilePath(settings))}`;
    const effect = isNew ? describeNewFile(settings) : 'A running service takes it within a second.';
    process.stderr.write(`${describeKey(stored, place, now)}\nIt is shown this once. ${effect}\n`);
    process.stdout.write(`${key}\n`);
  });
}

function createOptions(): Option[] {
  return [
    new Option('--role <role>', 'Required. frontend reads public metadata; backend reads and writes everything')
      .choices(['frontend', 'backend'])
      .makeOptionMandatory(),
    new Option('--organization <id...>', 'Restrict the key to these organizations').argParser(collectOrganization),
    new Option('--expires-in <duration>', 'Expire after a while, such as 90d (units s, m, h, d, w)')
      .argParser(take(parseDuration, 'It must be a whole number and a unit, such as 90d (units s, m, h, d, w).'))
      .conflicts('expiresAt'),
    new Option('--expires-at <time>', 'Expire at a time, such as 2027-01-31T12:00:00Z').argParser(
      take(parseTime, 'It must be a time such as 2027-01-31T12:00:00Z.'),
    ),
    new Option('--note <text>', 'Say what the key is for').argParser(
      take((text) => (isValidNote(text) ? text : undefined), 'It must be 1 to 200 characters on one line.'),
    ),
  ];
}

/** Makes a parser of commander from one that gives undefined for what is wrong. */
function take<T>(parse: (text: string) => T | undefined, expected: string): (text: string) => T {
  return (text) => {
    const value = parse(text);
    if (value === undefined) throw new InvalidArgumentError(expected);
    return value;
  };
}

function collectOrganization(id: string, others: readonly string[] = []): readonly string[] {
  if (!isValidId(id)) throw new InvalidArgumentError('An id is 1 to 128 visible ASCII characters, without "/".');
  return others.includes(id) ? others : [...others, id];
}

/** Adds a key to the keys file. Makes the file if there is none, and tells whether it did. */
async function addKey(path: string, key: StoredKey): Promise<boolean> {
  let isNew = false;
  await makeFolder(dirname(path));
  await changeKeysFile(path, (others) => {
    isNew = others === undefined;
    return [...(others ?? []), key];
  });
  return isNew;
}

function describeKey(key: StoredKey, place: string, now: number): string {
  const reach = key.organizations === undefined ? 'any organization' : key.organizations.join(', ');
  const expiry =
    key.expireTime === undefined
      ? 'does not expire'
      : `${isExpired(key, now) ? 'HAS EXPIRED ALREADY: ' : 'expires '}${formatTime(key.expireTime)}`;
  return `Created the ${key.role} key ${key.id} in ${place}: valid for ${reach}, ${expiry}.`;
}

function describeNewFile(settings: KeysSettings): string {
  return `Only a service that uses this file takes it.\nIf yours uses another, name that with ${nameKeysSettings(settings)}.`;
}
