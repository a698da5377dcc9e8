import { isJsonObject } from '../domain/json.js';
import { isValidId } from '../domain/owner.js';
import type { Role } from './caller.js';
import { parseTime } from '../domain/time.js';
import type { StoredKey } from './stored-key.js';

/**
 * Reads one entry of a keys file.
 *
 * @param where says in an error which entry it is.
 * @throws Error that names the entry and the field at fault
 */
export function parseStoredKey(entry: unknown, where: string): StoredKey {
  if (!isJsonObject(entry)) throw new Error(`has something that is not an object in ${where}`);
  const id = FIELDS.id.parse(entry.id);
  const named = id === undefined ? where : `${where} (${id})`;
  checkFields(entry, Object.keys(FIELDS), ` in ${named}`);

  const required = <T>(field: string, { parse, expected }: FieldRule<T>): T => {
    const value = parse(entry[field]);
    if (value === undefined) throw new Error(`has a bad "${field}" in ${named}: it must be ${expected}`);
    return value;
  };
  const optional = <T>(field: string, rule: FieldRule<T>): T | undefined =>
    Object.hasOwn(entry, field) ? required(field, rule) : undefined;
  return {
    id: required('id', FIELDS.id),
    role: required('role', FIELDS.role),
    digest: required('sha256', FIELDS.sha256),
    organizations: optional('organizations', FIELDS.organizations),
    createTime: required('create_time', FIELDS.create_time),
    expireTime: optional('expire_time', FIELDS.expire_time),
    note: optional('note', FIELDS.note),
  };
}

/** Says whether a note may stand in the keys file. */
export function isValidNote(note: string): boolean {
  return /^\P{Cc}{1,200}$/u.test(note);
}

/** Refuses an object with a field that is not in the list. `where` ends the error's message. */
export function checkFields(object: object, fields: readonly string[], where: string): void {
  const unknown = Object.keys(object).find((field) => !fields.includes(field));
  if (unknown !== undefined) throw new Error(`has an unknown field ${JSON.stringify(unknown.slice(0, 64))}${where}`);
}

interface FieldRule<T> {
  /** Returns undefined for what the field may not hold. */
  readonly parse: (value: unknown) => T | undefined;
  readonly expected: string;
}

const FIELDS = {
  id: textRule('1 to 64 of the characters A-Z a-z 0-9 _ -, and not "anonymous"', (text) =>
    /^[\w-]{1,64}$/.test(text) && text !== 'anonymous' ? text : undefined,
  ),
  role: textRule('"frontend" or "backend"', (text): Role | undefined =>
    text === 'frontend' || text === 'backend' ? text : undefined,
  ),
  sha256: textRule('64 hexadecimal digits', (text) =>
    /^[0-9a-f]{64}$/i.test(text) ? Buffer.from(text, 'hex') : undefined,
  ),
  organizations: {
    expected: 'a list of at least one organization id; leave it out for a key that is not restricted',
    parse: parseIds,
  },
  create_time: textRule('a time such as "2026-01-31T12:00:00Z"', parseTime),
  expire_time: textRule(
    'a time such as "2026-01-31T12:00:00Z"; leave it out for a key that does not expire',
    parseTime,
  ),
  note: textRule('1 to 200 characters, none of them a control character', (text) =>
    isValidNote(text) ? text : undefined,
  ),
};

function textRule<T>(expected: string, parse: (text: string) => T | undefined): FieldRule<T> {
  return { expected, parse: (value) => (typeof value === 'string' ? parse(value) : undefined) };
}

function parseIds(value: unknown): string[] | undefined {
  if (!Array.isArray(value) || value.length === 0) return undefined;
  return value.every((id): id is string => typeof id === 'string' && isValidId(id)) ? value : undefined;
}
