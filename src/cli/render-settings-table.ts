import { describeDefault, type Setting, type SettingsTable } from './setting.js';

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
 * Puts a table of settings into a Markdown document, in the place of what stands between `<!-- NAME -->` and
 * `<!-- /NAME -->`; the name is `settings` if it is left out.
 *
 * @throws Error if these two comments are not there once each, in this order
 */
export function insertSettingsTable(document: string, table: SettingsTable, name = 'settings'): string {
  const [begin, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const [before, inside, ...others] = document.split(begin);
  const [, after, ...more] = inside?.split(end) ?? [];
  if (before === undefined || after === undefined || others.length + more.length > 0) {
    throw new Error(`there must be one line ${begin} and after it one line ${end}; the table goes between them`);
  }
  return `${before}${begin}\n\n${renderSettingsTable(table)}\n\n${end}${after}`;
}

function renderRow(setting: Setting<unknown>): string[] {
  const fallback = setting.defaultText ?? `\`${describeDefault(setting)}\``;
  const variable = `\`${setting.variable}\`${setting.neverEmpty ? ' ¹' : ''}`;
  return [variable, `\`--${setting.flag}\``, fallback, setting.description];
}
