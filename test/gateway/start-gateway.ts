import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import type { ExecutionContext } from 'ava';

const MAIN = path.resolve('dist/src/cli/main.js');

/** A gateway that runs as a process of its own. */
export interface GatewayProcess {
  /** Where it listens: `http://127.0.0.1:PORT`. */
  readonly url: string;
  /** All that it has printed to stdout and stderr. */
  output(): string;
  readonly process: ChildProcess;
  readonly exited: Promise<number | null>;
}

/**
 * Starts the built gateway on a free port, with these settings, until the test ends.
 *
 * @param openFiles how many files it may have open; as many as this process if it is left out
 */
export async function startGateway(
  t: Pick<ExecutionContext, 'teardown'>,
  env: Readonly<Record<string, string>>,
  openFiles?: number,
  node = process.execPath,
): Promise<GatewayProcess> {
  const inherited = Object.entries(process.env).filter(([name]) => !/^(ORGMETA_|MONGODB_URI$)/.test(name));
  const command = [node, MAIN, 'gateway'] as const;
  const limited = ['sh', '-c', `ulimit -n ${openFiles ?? ''} && exec "$@"`, 'sh', ...command] as const;
  const [program, ...args] = openFiles === undefined ? command : limited;
  const child = spawn(program, args, {
    env: { ...Object.fromEntries(inherited), ORGMETA_GATEWAY_ADDRESS: '127.0.0.1:0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const exited = new Promise<number | null>((resolve) => child.once('exit', resolve));
  t.teardown(async () => {
    child.kill('SIGKILL');
    await exited;
  });
  let output = '';
  const url = await new Promise<string>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      output += chunk.toString();
      const listening = /listening on (\S+)/.exec(output)?.[1];
      if (listening !== undefined) resolve(listening);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    void exited.then((code) => {
      reject(new Error(`the gateway ended with ${String(code)} before it listened:\n${output}`));
    });
  });
  return { url, output: () => output, process: child, exited };
}
