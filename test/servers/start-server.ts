import { spawn, type ChildProcess } from 'node:child_process';
import { buildProgram } from './build-program.js';
import { SERVER_PROGRAMS, type ServerName } from './program.js';

/** A server that runs as a process of its own. */
export interface RunningServer {
  readonly name: ServerName;
  /** Where it listens, on 127.0.0.1. */
  readonly port: number;
  readonly process: ChildProcess;
  /** Ends it, which removes its data, also where it was frozen. */
  stop(): Promise<void>;
}

/** Builds a server if need be, and starts it on a free port with data of its own. It ends with this process at the latest. */
export async function startServer(name: ServerName): Promise<RunningServer> {
  const built = await buildProgram(name);
  const [program, ...args] = SERVER_PROGRAMS[name].start(built);
  // The server ends when its stdin does, which the operating system sees to, however this process ends.
  const child = spawn(program, args, { stdio: ['pipe', 'pipe', 'pipe'] });
  const ended = new Promise((resolve) => child.once('close', resolve));
  let output = '';
  child.stderr.on('data', (chunk: Buffer) => (output = (output + chunk.toString()).slice(-10_000)));
  const stop = async () => {
    child.kill('SIGCONT');
    child.stdin.end();
    await ended;
  };
  try {
    const port = await new Promise<number>((resolve, reject) => {
      child.once('error', reject);
      let printed = '';
      child.stdout.on('data', (chunk: Buffer) => {
        printed += chunk.toString();
        const found = /^port (\d+)\n/.exec(printed)?.[1];
        if (found !== undefined) resolve(Number(found));
      });
      void ended.then(() => {
        reject(new Error(`${name} ended before it listened:\n${output}`));
      });
    });
    return { name, port, process: child, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
