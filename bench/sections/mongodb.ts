import path from 'node:path';
import { startServer } from '../../test/servers/start-server.js';
import { type Contender, takeTurns } from '../report/take-turns.js';
import type { Section, SectionContext } from '../section.js';
import { checkSample, fillStore, type NumberedService, readByChance } from '../servers/numbered-service.js';
import { makeServiceData, startService } from '../servers/start-service.js';
import { ROOT } from '../workspace.js';

/** Few: mongo-java-server looks at every document of a collection when a filter has more than the `_id`, as ours has. */
const RECORDS = 100;

/** Reads by chance through MongoDB, travelling together and one by one, and from the embedded store. */
export const measureMongodb: Section = async (context) => {
  const { workspace, options, note } = context;
  // Runs beside the load, on its core.
  const database = await startServer('mongo-java-server');
  workspace.onClose(() => database.stop());
  const env = { MONGODB_URI: `mongodb://127.0.0.1:${database.port}/bench` };
  await fillStore(env.MONGODB_URI, RECORDS);
  const oneByOne = path.join(ROOT, 'bench/servers/one-by-one/register.js');
  const services = {
    single: await start(context, { env, nodeArguments: ['--import', oneByOne] }),
    together: await start(context, { env }),
    embedded: await start(context, {}),
  };

  const read = (name: string, service: NumberedService): Contender => ({
    name,
    server: service.server,
    unit: 'calls/s',
    measure: () => readByChance(service, options.warmUpSeconds, options.seconds),
  });
  const measured = await takeTurns(
    [
      read('embedded store, reads by chance', services.embedded),
      read('MongoDB, reads by chance, one by one', services.single),
      {
        ...read('MongoDB, reads by chance', services.together),
        against: 'MongoDB, reads by chance, one by one',
        target: 3,
      },
    ],
    options.rounds,
    note,
  );
  for (const service of Object.values(services)) await checkSample(service);
  const [embedded, single, together] = measured;
  if (embedded === undefined || single === undefined || together === undefined) return measured;
  // The same numbers, held against another.
  return [embedded, single, together, { ...together, against: embedded, target: 0.5 }];
};

async function start({ workspace, options }: SectionContext, how: Parameters<typeof startService>[2]) {
  const data = await makeServiceData(workspace);
  if (how?.env === undefined) await fillStore(data.folder, RECORDS);
  const service = { server: await startService(workspace, data, how), data, records: RECORDS };
  await untilItAnswers(service);
  await readByChance(service, 0, options.seconds);
  return service;
}

/** A service listens before it has reached its database. */
async function untilItAnswers(service: NumberedService, attempts = 100): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await checkSample(service);
      return;
    } catch (error) {
      if (attempt === attempts) throw error;
    }
  }
}
