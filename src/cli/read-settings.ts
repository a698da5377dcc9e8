import { escapeControls } from '../telemetry/escape-controls.js';
import { CliError } from './cli-error.js';
import { findUnknownVariables } from './find-unknown-variables.js';
import type { Setting, SettingsTable, ValuesOf } from './setting.js';
import { GATEWAY_SETTINGS } from './gateway-settings.js';
import { SETTINGS } from './settings.js';
import { suggestName } from './suggest-name.js';

/** The flags as they were given, by the names of the table: text, or `true` for one that stands alone. */
export type Flags = Readonly<Record<string, unknown>>;

/**
 * Reads the settings of a table. A flag beats the environment, which beats the default; a variable that is empty counts
 * as not set, or is a fault where the table says so.
 *
 * @throws CliError with exit code 2 that lists every fault: the setting, its value unless that is secret, what is expected
 */
export function readSettings<Table extends SettingsTable>(
  table: Table,
  flags: Flags,
  env: NodeJS.ProcessEnv,
): ValuesOf<Table> {
  const known = [SETTINGS, GATEWAY_SETTINGS].flatMap((any: SettingsTable) =>
    Object.values(any).map(({ variable }) => variable),
  );
  const faults = findUnknownVariables(env, known).map((name) => {
    const meant = suggestName(name, known);
    return `${name} is no setting${meant === undefined ? '; see "orgmeta serve --help"' : `; did you mean ${meant}?`}`;
  });
  const values: Record<string, unknown> = {};
  const empty = new Set<string>();
  for (const [name, setting] of Object.entries<Setting<unknown>>(table)) {
    if (setting.neverEmpty && !isFlag(flags[name]) && env[setting.variable] === '') {
      faults.push(`${setting.variable} is empty: give it a value, or unset it`);
      empty.add(name);
      continue;
    }
    const given = findGiven(setting, flags[name], env);
    if (given === undefined) continue;
    const value = setting.parse(given.text);
    if (value === undefined) faults.push(describeFault(setting, given));
    values[name] = value;
  }
  for (const [name, setting] of Object.entries<Setting<unknown>>(table)) {
    const user = setting.neededBy?.find((other) => other in values);
    if (user === undefined || name in values || empty.has(name)) continue;
    faults.push(`${setting.variable} is missing: ${table[user]?.variable ?? user} can't be used without it`);
  }
  if (faults.length > 0) throw new CliError(2, summarize(faults));
  return values as ValuesOf<Table>;
}

interface Given {
  readonly text: string;
  readonly source: string;
}

function findGiven(setting: Setting<unknown>, flag: unknown, env: NodeJS.ProcessEnv): Given | undefined {
  const { variable } = setting;
  if (isFlag(flag)) return { text: String(flag), source: `--${setting.flag}` };
  const text = env[variable] ?? '';
  if (text !== '') return { text, source: variable };
  return setting.default === undefined ? undefined : { text: setting.default, source: 'the default' };
}

function isFlag(flag: unknown): flag is string | true {
  return flag === true || typeof flag === 'string';
}

function describeFault(setting: Setting<unknown>, { text, source }: Given): string {
  const value = text.length > 100 ? `${text.slice(0, 100)}…` : text;
  const expected = typeof setting.expected === 'string' ? setting.expected : setting.expected(text);
  return `${source}${setting.secret ? '' : ` ${escapeControls(JSON.stringify(value))}`} is wrong: it must be ${expected}`;
}

function summarize(faults: readonly string[]): readonly string[] {
  return faults.length === 1
    ? faults
    : [`${faults.length} settings are wrong:`, ...faults.map((fault) => `  ${fault}`)];
}
