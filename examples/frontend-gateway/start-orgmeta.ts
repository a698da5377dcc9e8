import { spawn } from 'node:child_process';
import path from 'node:path';

const MAIN = path.resolve(import.meta.dirname, '../../dist/src/cli/main.js');

/** A command of `orgmeta` that listens. */
export interface RunningOrgmeta {
  /** `host:port`. */
  readonly address: string;
  /** Resolves when it has ended, for whatever reason, to all that it printed. */
  readonly ended: Promise<string>;
  /** Ends it, and waits until it has. */
  stop(signal?: NodeJS.Signals): Promise<void>;
}

/**
 * Starts `orgmeta serve` or `orgmeta gateway`, and waits until it listens.
 *
 * @param settings the variables of its environment, which has no others of ours
 * @throws Error with what it printed, if it ends before
 */
export async function startOrgmeta(
  command: 'serve' | 'gateway',
  settings: Readonly<Record<string, string>>,
): Promise<RunningOrgmeta> {
  const others = Object.entries(process.env).filter(([name]) => !/^(ORGMETA_|MONGODB_URI$)/.test(name));
  const child = spawn(process.execPath, [MAIN, command], {
    env: { ...Object.fromEntries(others), ORGMETA_LOG_LEVEL: 'warn', ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own: Ctrl-C is for the example, which then stops everything in order.
    detached: true,
  });
  let output = '';
  const ended = new Promise<string>((resolve) => {
    child.once('close', () => {
      resolve(output);
    });
  });
  const address = await new Promise<string>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      output += chunk.toString();
      const listening = /listening on (?:http:\/\/)?(\S+)/.exec(output)?.[1];
      if (listening !== undefined) resolve(listening);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('error', reject);
    void ended.then(() => {
      reject(new Error(`orgmeta ${command} ended before it listened:\n${output}`));
    });
  });
  return {
    address,
    ended,
    async stop(signal = 'SIGTERM') {
      child.kill(signal);
      await ended;
    },
  };
}
