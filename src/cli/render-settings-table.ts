import { describeDefault, type Setting, type SettingsTable } from './setting.js';

const BEGIN = '<!-- settings -->';
const END = '<!-- /settings -->';

/** Writes a table of settings as Markdown, aligned as Prettier aligns it. */
export function renderSettingsTable(table: SettingsTable): string {
  const header = ['Variable', 'Flag', 'Default', 'What it does'];
  const rows = Object.values(table).map(renderRow);
  const widths = header.map((title, column) =>
    Math.max(...[header, ...rows].map((row) => row[column]?.length ?? 0), title.length),
  );
  const line = (cells: string[]) => `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  return [line(header), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}

/**
 * Puts a table of settings into a Markdown document, in the place of what stands between `<!-- settings -->` and
 * `<!-- /settings -->`.
 *
 * @throws Error if these two comments are not there once each, in this order
 */
export function insertSettingsTable(document: string, table: SettingsTable): string {
  const [before, inside, ...others] = document.split(BEGIN);
  const [, after, ...more] = inside?.split(END) ?? [];
  if (before === undefined || after === undefined || others.length + more.length > 0) {
    throw new Error(`there must be one line ${BEGIN} and after it one line ${END}; the table goes between them`);
  }
  return `${before}${BEGIN}\n\n${renderSettingsTable(table)}\n\n${END}${after}`;
}

function renderRow(setting: Setting<unknown>): string[] {
  const fallback = setting.defaultText ?? `\`${describeDefault(setting)}\``;
  return [`\`${setting.variable}\``, `\`--${setting.flag}\``, fallback, setting.description];
}
