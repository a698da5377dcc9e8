import { writeFile, mkdir } from 'node:fs/promises';
import { arch, cpus, platform, release } from 'node:os';
import path from 'node:path';
import { moveToLoadCore } from './cores.js';
import { checkH2load } from './load/h2load.js';
import { HELP, parseOptions, type SectionName } from './options.js';
import { formatTable } from './report/format-table.js';
import { meetsTarget, type Measurement, ratio, ratioPerCpu } from './report/measurement.js';
import { median } from './report/median.js';
import { describeProfiles } from './report/self-time.js';
import type { Section } from './section.js';
import { measureReads } from './sections/reads.js';
import { measureSize } from './sections/size.js';
import { measureStart } from './sections/start.js';
import { measureUpdates } from './sections/updates.js';
import { openWorkspace, ROOT } from './workspace.js';

const MEASURE: Record<SectionName, Section> = {
  reads: measureReads,
  updates: measureUpdates,
  size: measureSize,
  start: measureStart,
};

async function main(): Promise<void> {
  const options = parseOptions(process.argv.slice(2));
  if (options === undefined) {
    console.log(HELP);
    return;
  }
  const machine = {
    time: new Date().toISOString(),
    cpu: `${cpus()[0]?.model ?? 'unknown'}, ${cpus().length} cores`,
    system: `${platform()} ${release()} ${arch()}`,
    node: process.version,
    h2load: await checkH2load(),
  };
  moveToLoadCore();
  const measurements: Measurement[] = [];
  for (const name of options.sections) {
    console.log(`\n${name}`);
    const workspace = await openWorkspace(options.profileFolder);
    try {
      const note = (text: string, value: number) => {
        console.log(`  ${text}: ${value < 10 ? value.toFixed(2) : Math.round(value)}`);
      };
      measurements.push(...(await MEASURE[name]({ workspace, options, note })));
    } finally {
      await workspace.close();
    }
  }
  console.log(`\n${Object.values(machine).join(' · ')}\n\n${formatTable(measurements)}`);
  if (options.profileFolder !== undefined) {
    console.log(`\n${await describeProfiles(options.profileFolder)}`);
    return;
  }
  await writeResults({ ...machine, options, measurements: measurements.map(toResult) });
}

function toResult(measurement: Measurement) {
  const { name, unit, rounds, busy, against, target } = measurement;
  const met = meetsTarget(measurement);
  const ratios = { against: against?.name, ratio: ratio(measurement), ratio_per_cpu: ratioPerCpu(measurement) };
  return { name, unit, median: median(rounds), rounds, busy, ...ratios, target, met };
}

async function writeResults(results: object): Promise<void> {
  const file = path.join(ROOT, 'bench/results/latest.json');
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, `${JSON.stringify(results, undefined, 2)}\n`);
  console.log(`\nwritten to ${path.relative(ROOT, file)}`);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
