import path from 'node:path';
import { parseArgs } from 'node:util';
import { findPackages } from './find-packages.js';
import { loadRecords } from './load-records.js';
import { packageRecords } from './package-records.js';
import type { SampleRecord } from './sample-record.js';
import { connectService } from './service.js';
import { showProgress } from './show-progress.js';
import { isFaithful, summaryLines } from './summary-lines.js';

const HELP = `Usage: npm run seed -- [folder] [options]

Loads records into a running service, reads each back and compares.
Without a folder they are generated. With one (node_modules), the package.json of
every dependency installed there becomes the public metadata of an organization.

  --address HOST:PORT  where the service listens (ORGMETA_ADDRESS; 127.0.0.1:50051)
  --key KEY            a backend key, om_sk_... (ORGMETA_KEY)
  --count N            how many records are generated (1000)
  --seed N             what they are generated from; the same seed, the same records (1)
  --help               shows this

Exits with 1 if anything came back different, or was refused that should not be.`;

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      address: { type: 'string', default: process.env.ORGMETA_ADDRESS ?? '127.0.0.1:50051' },
      key: { type: 'string', default: process.env.ORGMETA_KEY ?? '' },
      count: { type: 'string', default: '1000' },
      seed: { type: 'string', default: '1' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(HELP);
    return;
  }
  const [folder] = positionals;
  if (positionals.length > 1) throw new Error('give one folder, or none');
  if (values.key === '') {
    throw new Error(
      'a backend key is missing: set ORGMETA_KEY, or give --key om_sk_…; ' +
        'the first start of the service prints one, and `orgmeta keys create --help` says how to make another',
    );
  }
  const records =
    folder === undefined
      ? await generatedRecords(wholeNumber('seed', values.seed), wholeNumber('count', values.count))
      : await recordsOfPackages(folder);
  const service = await connectService(values.address, values.key);
  try {
    const progress = showProgress(`Loading records into ${values.address}`, records.length);
    const started = performance.now();
    const summary = await loadRecords(service, records, () => {
      progress.advance();
    });
    progress.stop(`Loaded in ${((performance.now() - started) / 1000).toFixed(1)} s`);
    console.log(summaryLines(summary).join('\n'));
    if (!isFaithful(summary)) process.exitCode = 1;
  } finally {
    service.close();
  }
}

async function generatedRecords(seed: number, count: number): Promise<SampleRecord[]> {
  // Loaded only here: the words of 22 languages take a second.
  const { generateRecords } = await import('./generate-records.js');
  return [...generateRecords(seed, count)];
}

async function recordsOfPackages(folder: string): Promise<SampleRecord[]> {
  const packages = await findPackages(folder);
  if (packages.length === 0)
    throw new Error(`no package is installed in ${path.resolve(folder)}; name a node_modules folder`);
  const unreadable = packages.filter(({ manifest }) => manifest === undefined);
  console.log(`Found ${packages.length} installed packages in ${folder}`);
  for (const { file } of unreadable) console.log(`left out: ${file} is not a JSON object`);
  return packageRecords(packages);
}

function wholeNumber(option: string, text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new Error(`--${option} ${text} is not a whole number`);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
