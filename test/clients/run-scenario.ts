import { createServer, type AddressInfo } from 'node:net';
import type { ExecutionContext } from 'ava';
import { createKeys } from '../e2e/keys.js';
import { makeDataFolder, startService } from '../e2e/service.js';
import { watchHealth } from '../e2e/watch-health.js';
import type { ClientLanguage } from './client-language.js';
import { ClientProgram } from './client-program.js';
import { findDifference, withoutChance } from './outcome.js';
import { fill, SCENARIO, type CallStep, type Json, type JsonObject } from './scenario.js';

/** What came of each call of the scenario, by its title, without what varies from run to run. */
export type Transcript = ReadonlyMap<string, Json>;

/**
 * Runs the scenario by the client of a language against a service of its own, checks each outcome, and gives them all.
 *
 * @param env is the service's: where it keeps its records
 */
export async function runScenario(
  t: ExecutionContext,
  language: ClientLanguage,
  env: Readonly<Record<string, string>>,
): Promise<Transcript> {
  const { dataDir, remove } = await makeDataFolder();
  t.teardown(remove);
  const keys = { ...(await createKeys(dataDir)), none: undefined };
  const address = `127.0.0.1:${await findFreePort()}`;
  const start = async () => {
    const service = await startService({ dataDir, env: { ...env, ORGMETA_ADDRESS: address } });
    t.teardown(() => service.stop('SIGKILL'));
    const health = watchHealth(address);
    await health.until('SERVING');
    health.close();
    return service;
  };
  let service = await start();
  const program = new ClientProgram(await language.runner(), address);
  t.teardown(() => {
    program.kill();
  });

  const saved = new Map<string, JsonObject>();
  const transcript = new Map<string, Json>();
  const faults: string[] = [];
  for (const step of SCENARIO) {
    if ('restart' in step) {
      await service.stop();
      service = await start();
      continue;
    }
    const credential = keys[step.credential];
    const outcome = await program.run({
      ...(credential !== undefined && { credential }),
      call: step.call,
      arguments: fill(step.arguments, saved) as JsonObject,
    });
    if ('skipped' in outcome) {
      t.log(`${language.name} skips "${step.title}": ${outcome.skipped}`);
      continue;
    }
    const difference = findDifference(outcome, expectedOf(step, saved));
    if (difference !== undefined) {
      faults.push(`${step.title}: ${difference}: ${JSON.stringify(outcome).slice(0, 2000)}`);
    }
    if (step.save !== undefined && 'result' in outcome) saved.set(step.save, outcome.result);
    transcript.set(step.title, withoutChance(outcome));
  }
  t.deepEqual(faults, []);
  t.is(await program.end(), 0, 'the program ends by itself');
  return transcript;
}

/** What must come of a step. */
function expectedOf({ result, error }: CallStep, saved: ReadonlyMap<string, JsonObject>): Json {
  return fill({ ...(result && { result }), ...(error && { error }) }, saved);
}

/** A port that stays the same when the service is started again. */
async function findFreePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
