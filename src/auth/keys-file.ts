import { isJsonObject } from '../domain/json.js';
import { checkFields, parseStoredKey } from './parse-stored-key.js';
import { formatTime } from '../domain/time.js';
import type { StoredKey } from './stored-key.js';

/**
 * The format of the keys file, version 1: JSON in UTF-8. Times are RFC 3339; a field marked `?` is left out where it
 * doesn't apply; a field that is not listed here is an error, so that a misspelled restriction is never ignored.
 *
 *     {
 *       "version": 1,
 *       "keys": [
 *         {
 *           "id": "key_7Hq2nZ0cVtB",        1 to 64 of A-Z a-z 0-9 _ -, unique, not "anonymous"
 *           "role": "backend",              "frontend" or "backend"
 *           "sha256": "9f86d0…0a08",        of the whole key, 64 hexadecimal digits, unique
 *           "organizations"?: ["org_1"],    the ones that the key is restricted to, at least one
 *           "create_time": "2026-01-31T12:00:00.000Z",
 *           "expire_time"?: "2027-01-31T12:00:00.000Z",
 *           "note"?: "billing service"      1 to 200 characters, none of them a control character
 *         }
 *       ]
 *     }
 */
const KEYS_FILE_VERSION = 1;

/** Writes the text of a keys file. */
export function formatKeysFile(keys: readonly StoredKey[]): string {
  const entries = keys.map((key) => ({
    id: key.id,
    role: key.role,
    sha256: key.digest.toString('hex'),
    organizations: key.organizations,
    create_time: formatTime(key.createTime),
    expire_time: key.expireTime === undefined ? undefined : formatTime(key.expireTime),
    note: key.note,
  }));
  return `${JSON.stringify({ version: KEYS_FILE_VERSION, keys: entries }, null, 2)}\n`;
}

/**
 * Reads the text of a keys file.
 *
 * @throws Error that says what is wrong, and in which entry and field
 */
export function parseKeysFile(text: string): StoredKey[] {
  const file = parseJson(text);
  if (!isJsonObject(file)) throw new Error('does not hold a JSON object');
  if (file.version !== KEYS_FILE_VERSION) throw new Error(`does not say "version": ${KEYS_FILE_VERSION}`);
  if (!Array.isArray(file.keys)) throw new Error('has no list "keys"');
  checkFields(file, ['version', 'keys'], '');
  const keys = file.keys.map((entry, index) => parseStoredKey(entry, `keys[${index}]`));
  checkUnique(keys, 'id', (key) => key.id);
  checkUnique(keys, 'sha256', (key) => key.digest.toString('hex'));
  return keys;
}

// The parser's own message is kept back: it quotes the text, which may be a secret that was put into the wrong file.
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Error(text.trim() === '' ? 'is empty' : 'is not JSON, or was only written in part');
  }
}

function checkUnique(keys: StoredKey[], field: string, valueOf: (key: StoredKey) => string): void {
  const seen = new Map<string, number>();
  for (const [index, key] of keys.entries()) {
    const first = seen.get(valueOf(key));
    if (first !== undefined) throw new Error(`has the same "${field}" in keys[${first}] and keys[${index}]`);
    seen.set(valueOf(key), index);
  }
}
