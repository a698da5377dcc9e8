import { meetsTarget, type Measurement, ratio, ratioPerCpu } from './measurement.js';
import { median } from './median.js';

/** Writes measurements as a Markdown table. */
export function formatTable(measurements: readonly Measurement[]): string {
  const rows = measurements.map((measurement) => {
    const { name, unit, rounds, busy, against, target } = measurement;
    const share = ratio(measurement);
    return [
      name,
      `${Math.round(median(rounds)).toLocaleString('en')} ${unit}`,
      busy === undefined ? '' : `${Math.round(median(busy) * 100)} %`,
      share === undefined ? '' : share.toFixed(2),
      ratioPerCpu(measurement)?.toFixed(2) ?? '',
      against?.name ?? '',
      target === undefined ? '' : share === undefined ? `≤ ${target}` : `≥ ${target.toFixed(2)}`,
      { true: 'met', false: 'missed', undefined: '' }[String(meetsTarget(measurement)) as 'true'],
    ];
  });
  const head = ['', 'median', 'CPU', 'ratio', 'per CPU', 'to', 'target', ''];
  const lines = [head, ['---', '---:', '---:', '---:', '---:', '---', '---', '---'], ...rows];
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
