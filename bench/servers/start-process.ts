import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { connect, createServer, type AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { SERVER_CORE } from '../cores.js';
import { ROOT, type Workspace } from '../workspace.js';

/** A server, pinned to a core. */
export interface ServerProcess {
  /** The port of 127.0.0.1 on which it takes connections. */
  readonly port: number;
  /** The seconds of CPU time that it has taken so far, in all its threads, in steps of 10 ms. */
  cpuSeconds(): number;
  /** Asks it to end, and insists after 5 seconds. */
  stop(): Promise<void>;
}

const START_LIMIT_MS = 30_000;

/**
 * Starts Node on a core, that of the server under test if it is left out, and waits until a port takes connections.
 *
 * @throws Error with what the process printed, if it ends before that.
 */
export async function startProcess(
  workspace: Workspace,
  port: number,
  nodeArguments: readonly string[],
  env: Readonly<Record<string, string>> = {},
  core = SERVER_CORE,
): Promise<ServerProcess> {
  const child = spawn('taskset', ['--cpu-list', String(core), process.execPath, ...nodeArguments], {
    cwd: ROOT,
    env: { ...withoutOurSettings(), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const keepTail = (chunk: Buffer) => {
    output = (output + chunk.toString()).slice(-4000);
  };
  child.stdout.on('data', keepTail);
  child.stderr.on('data', keepTail);
  const exited = once(child, 'exit');
  const running = () => child.exitCode === null && child.signalCode === null;
  const stop = async () => {
    if (!running()) return;
    child.kill('SIGTERM');
    const killer = setTimeout(() => child.kill('SIGKILL'), 5000);
    await exited;
    clearTimeout(killer);
  };
  workspace.onClose(stop);

  const end = performance.now() + START_LIMIT_MS;
  while (!(await accepts(port))) {
    if (!running()) throw new Error(`${nodeArguments.join(' ')} ended before it listened:\n${output}`);
    if (performance.now() > end) throw new Error(`${nodeArguments.join(' ')} did not listen in time:\n${output}`);
    await delay(2);
  }
  return { port, cpuSeconds: () => readCpuSeconds(child.pid ?? 0), stop };
}

/** The kernel counts CPU time in hundredths of a second, whatever its own clock. */
const TICKS_PER_SECOND = 100;

function readCpuSeconds(pid: number): number {
  // The name in parentheses may hold spaces; user and system time are the 12th and 13th field after it.
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ');
  return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
}

/** Finds a port of 127.0.0.1 that nobody uses. */
export async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** The environment without settings of the service that the person who runs the benchmark may have. */
export function withoutOurSettings(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(ORGMETA|NODE_OPTIONS)/.test(name)));
}

function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port });
    const end = (result: boolean) => {
      socket.destroy();
      resolve(result);
    };
    socket.once('connect', () => {
      end(true);
    });
    socket.once('error', () => {
      end(false);
    });
  });
}
