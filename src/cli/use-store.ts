import { OrgmetaError } from '../domain/errors.js';
import type { Store, StoreOptions } from '../store/store.js';
import { isPassing, patiently } from '../transfer/patiently.js';
import { CliError } from './cli-error.js';
import { describeStore } from './describe-store.js';
import { openStoreOfSettings } from './open-store-of-settings.js';
import { readSettings, type Flags } from './read-settings.js';
import type { ValuesOf } from './setting.js';
import { STORE_SETTINGS } from './settings.js';

/** Which store a command works on. */
export type StoreChoice = ValuesOf<typeof STORE_SETTINGS>;

/**
 * Reads which store a command works on. The folder, given as a flag, is chosen over a database in the environment.
 *
 * @throws CliError if two are named by flags
 */
export function chooseStore(flags: Flags, env: NodeJS.ProcessEnv): StoreChoice {
  const byFolder = flags.dataDir !== undefined;
  if (byFolder && flags.mongodbUri !== undefined) {
    throw new CliError(2, '--data-dir and --mongodb-uri name two stores; give one of them');
  }
  return readSettings(STORE_SETTINGS, flags, byFolder ? { ...env, [STORE_SETTINGS.mongodbUri.variable]: '' } : env);
}

/**
 * Opens a store for a command, waits until it answers, and closes it when the work is done.
 *
 * @throws CliError that names the store, if it can't be opened, or doesn't answer for a minute
 */
export async function useStore<T>(
  choice: StoreChoice,
  options: Pick<StoreOptions, 'onDamage'> & { readonly mustExist: boolean; readonly signal: AbortSignal },
  work: (store: Store) => Promise<T>,
): Promise<T> {
  const { onDamage, mustExist, signal } = options;
  const onTrouble = (problem: string, cause: unknown) => {
    process.stderr.write(`orgmeta: ${problem}: ${messageOf(cause)}\n`);
  };
  const store = await openStoreOfSettings(choice, { onDamage, onTrouble }, mustExist);
  try {
    await patiently(() => store.check(), signal);
    return await work(store);
  } catch (error) {
    if (signal.aborted || !(error instanceof OrgmetaError) || !isPassing(error)) throw error;
    throw new CliError(1, `the ${describeStore(choice)} does not answer: ${messageOf(error.cause ?? error)}`, {
      cause: error,
    });
  } finally {
    await store.close();
  }
}

function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.message === '' && error.cause !== undefined ? messageOf(error.cause) : error.message;
}
