import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { NODE_ARGUMENTS } from '../../scripts/node-arguments.js';

const MAIN = path.resolve('dist/src/cli/main.js');

/** A service that runs as a process of its own, as `npm start` runs it after its build. */
export interface RunningService {
  readonly address: string;
  /** Where it serves frontends alone, if it was told to. */
  readonly frontendAddress: string | undefined;
  /** All that it has printed to stdout and stderr. */
  output(): string;
  readonly process: ChildProcess;
  /** Ends it as a supervisor does, and tells its exit code. */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
}

/** How a service is started. */
export interface StartOptions {
  readonly dataDir: string;
  readonly env?: Readonly<Record<string, string>>;
  /** What its stderr is: a pipe that is read, unless it is another one that nobody reads, or an open file or device. */
  readonly stderr?: 'read' | 'unread' | number;
  /** The Node that it runs on; that of this process if it is left out. */
  readonly node?: string | undefined;
  /** How many files it may have open; as many as this process if it is left out. */
  readonly openFiles?: number;
}

/** Starts the service on a free port, and waits until it listens. */
export async function startService({
  dataDir,
  env = {},
  stderr = 'read',
  node = process.execPath,
  openFiles,
}: StartOptions): Promise<RunningService> {
  if (!existsSync(MAIN)) throw new Error('dist is missing; run "npm run build" first');
  const command = [node, ...NODE_ARGUMENTS, MAIN, 'serve'] as const;
  const limited = ['sh', '-c', `ulimit -n ${openFiles ?? ''} && exec "$@"`, 'sh', ...command] as const;
  const [program, ...args] = openFiles === undefined ? command : limited;
  const child = spawn(program, args, {
    env: { ...cleanEnv(), ORGMETA_ADDRESS: '127.0.0.1:0', ORGMETA_DATA_DIR: dataDir, ...env },
    stdio: ['ignore', 'pipe', typeof stderr === 'number' ? stderr : 'pipe'],
  });
  let output = '';
  let listens = false;
  const exited = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const address = await new Promise<string>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      output += chunk.toString();
      if (listens) return;
      const listening = /listening on (\S+)/.exec(output)?.[1];
      if (listening === undefined) return;
      listens = true;
      resolve(listening);
    };
    child.stdout?.on('data', read);
    if (stderr === 'read') child.stderr?.on('data', read);
    void exited.then((code) => {
      reject(new Error(`the service ended with ${String(code)} before it listened:\n${output}`));
    });
  });
  return {
    address,
    frontendAddress: /listening on (\S+)[^\n]*FrontendMetadata alone/.exec(output)?.[1],
    output: () => output,
    process: child,
    stop(signal = 'SIGTERM') {
      child.kill(signal);
      return exited;
    },
  };
}

/** Runs a command of `orgmeta` to its end, and gives what it printed to stdout. */
export async function orgmeta(...args: string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [MAIN, ...args], { env: cleanEnv() });
  return stdout.trim();
}

/** Makes a data folder in the system's temporary folder. */
export async function makeDataFolder(): Promise<{ dataDir: string; remove: () => Promise<void> }> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'orgmeta-e2e-'));
  return { dataDir, remove: () => rm(dataDir, { recursive: true, force: true }) };
}

/** The environment without settings of ours that the person who runs the tests may have. */
function cleanEnv(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(ORGMETA_|MONGODB_URI$)/.test(name)));
}
