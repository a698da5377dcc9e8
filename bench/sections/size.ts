import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { withRawCalls } from '../calls.js';
import { runH2load } from '../load/h2load.js';
import { type Contender, takeTurns } from '../report/take-turns.js';
import type { Section, SectionContext } from '../section.js';
import { makeServiceData, startService } from '../servers/start-service.js';
import {
  checkSample,
  fillStore,
  type NumberedService,
  READ,
  readByChance,
  readRequest,
} from '../servers/numbered-service.js';

const FEW = 1000;
/** The record that is read again and again. */
const ONE = 250;
const TARGET = 0.9;

/** Reads of a store with a thousand records and of one with a million: of records by chance, and of one and the same. */
export const measureSize: Section = async (context) => {
  const { workspace, options, note } = context;
  const few = await startFilled(context, FEW);
  const many = await startFilled(context, options.records);
  const label = (records: number) => `${records.toLocaleString('en')} records`;

  const random = ({ server, data, records }: FilledService): Contender => ({
    server,
    name: `service, reads by chance, ${label(records)}`,
    unit: 'calls/s',
    measure: () => readByChance({ server, data, records }, options.warmUpSeconds, options.seconds),
  });
  const same = ({ server, data, records, oneAnswer }: FilledService): Contender => ({
    server,
    name: `service, reads of one record, ${label(records)}`,
    unit: 'calls/s',
    measure: () =>
      runH2load(workspace, {
        ...options,
        port: server.port,
        path: READ,
        key: data.frontendKey,
        request: readRequest(ONE),
        answerBytes: oneAnswer,
      }),
  });
  const measurements = await takeTurns(
    [
      random(few),
      { ...random(many), against: random(few).name, target: TARGET },
      same(few),
      { ...same(many), against: same(few).name, target: TARGET },
    ],
    options.rounds,
    note,
  );
  for (const service of [few, many]) await checkSample(service);
  return measurements;
};

interface FilledService extends NumberedService {
  /** The bytes of the answer that reads of {@link ONE} get. */
  readonly oneAnswer: number;
}

async function startFilled({ workspace, options, note }: SectionContext, records: number): Promise<FilledService> {
  const data = await makeServiceData(workspace);
  const started = performance.now();
  await fillStore(data.folder, records);
  note(`${records} records written durably, a second`, (records / (performance.now() - started)) * 1000);
  await readFiles(data.folder);
  const service = { server: await startService(workspace, data), data, records };
  await checkSample(service);
  // Maps the file's pages into the process, as they are in one that has served for a while.
  await readByChance(service, 0, options.seconds * 3);
  const answer = await withRawCalls(service.server.port, data.frontendKey, (call) => call(READ, readRequest(ONE)));
  return { ...service, oneAnswer: answer.length };
}

/** Brings a folder's files into the page cache: what is compared is stores in memory, not disks. */
async function readFiles(folder: string): Promise<void> {
  for (const file of await readdir(folder)) {
    for await (const _chunk of createReadStream(path.join(folder, file), { highWaterMark: 1 << 20 }));
  }
}
