import type { AttackReport } from './run-attack.js';

const HEAD = [
  'attack',
  'size',
  's',
  'MB before',
  'most',
  'after',
  'read p99, quiet',
  'beside',
  'update p99, quiet',
  'beside',
  'ratio',
  'what the attacker got',
];

/** Writes how attacks went as a Markdown table; times in milliseconds. */
export function formatReports(reports: readonly AttackReport[]): string {
  const rows = reports.map((report) => {
    const { attack, size, rounds, seconds, before, peak, after, quiet, beside, tally } = report;
    return [
      attack.title,
      `${rounds > 1 ? `${rounds} × ` : ''}${size.toLocaleString('en')} ${attack.unit}`,
      seconds.toFixed(1),
      ...[before, peak, after].map((megabytes) => megabytes.toFixed()),
      ...[quiet.readP99, beside.readP99, quiet.updateP99, beside.updateP99].map((ms) => ms.toFixed(1)),
      slowdown(report).toFixed(1),
      tally.toString(),
    ];
  });
  return [HEAD, HEAD.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** How many times as long the slowest of a hundred calls of the other client took; the worse of its reads and updates. */
export function slowdown({ quiet, beside }: AttackReport): number {
  return Math.max(beside.readP99 / quiet.readP99, beside.updateP99 / quiet.updateP99);
}
