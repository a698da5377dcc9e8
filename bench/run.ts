import { mkdir, writeFile } from 'node:fs/promises';
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
import { measureGateway } from './sections/gateway.js';
import { measureMongodb } from './sections/mongodb.js';
import { measureReads } from './sections/reads.js';
import { measureSize } from './sections/size.js';
import { measureStart } from './sections/start.js';
import { measureUpdates } from './sections/updates.js';
import { openWorkspace, ROOT } from './workspace.js';

const MEASURE: Record<SectionName, Section> = {
  reads: measureReads,
  updates: measureUpdates,
  size: measureSize,
  mongodb: measureMongodb,
  gateway: measureGateway,
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
  const table = `${Object.values(machine).join(' · ')}\n\n${formatTable(measurements)}\n`;
  console.log(`\n${table}`);
  if (options.profileFolder !== undefined) {
    console.log(`\n${await describeProfiles(options.profileFolder)}`);
    return;
  }
  await writeResults({ ...machine, options, measurements: measurements.map(toResult) }, table);
}

function toResult(measurement: Measurement) {
  const { name, unit, rounds, busy, against, target } = measurement;
  const met = meetsTarget(measurement);
  const ratios = { against: against?.name, ratio: ratio(measurement), ratio_per_cpu: ratioPerCpu(measurement) };
  return { name, unit, median: median(rounds), rounds, busy, ...ratios, target, met };
}

async function writeResults(results: object, table: string): Promise<void> {
  const folder = path.join(ROOT, 'bench/results');
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, 'latest.json'), `${JSON.stringify(results, undefined, 2)}\n`);
  await writeFile(path.join(folder, 'latest.md'), table);
  console.log('written to bench/results/latest.json and latest.md');
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
