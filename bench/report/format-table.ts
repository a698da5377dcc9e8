import { meetsTarget, type Measurement, ratio } from './measurement.js';
import { median } from './median.js';

/** Writes measurements as a Markdown table. */
export function formatTable(measurements: readonly Measurement[]): string {
  const rows = measurements.map((measurement) => {
    const { name, unit, rounds, against, target } = measurement;
    const share = ratio(measurement);
    return [
      name,
      `${Math.round(median(rounds)).toLocaleString('en')} ${unit}`,
      share === undefined ? '' : share.toFixed(2),
      against?.name ?? '',
      target === undefined ? '' : share === undefined ? `≤ ${target}` : `≥ ${target.toFixed(2)}`,
      { true: 'met', false: 'missed', undefined: '' }[String(meetsTarget(measurement)) as 'true'],
    ];
  });
  const head = ['', 'median', 'ratio', 'to', 'target', ''];
  const lines = [head, ['---', '---:', '---:', '---', '---', '---'], ...rows];
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
