import { once } from 'node:events';
import { connect } from 'node:net';

/** As many as h2load has. */
const CONNECTIONS = 64;

/** What is asked for, and for how long. */
export interface HttpByChanceOptions {
  readonly port: number;
  /** Gives the path of the next request. */
  readonly nextPath: () => string;
  readonly warmUpSeconds: number;
  readonly seconds: number;
}

/**
 * Loads a server over HTTP/1.1 from 64 connections that stay, with one request under way on each, each for another path: h2load would
 * ask for the same ones in the same order on all of them.
 *
 * @returns the answers a second.
 * @throws Error if an answer is not 200.
 */
export async function runHttpByChance({
  port,
  nextPath,
  warmUpSeconds,
  seconds,
}: HttpByChanceOptions): Promise<number> {
  const begin = performance.now() + warmUpSeconds * 1000;
  const end = begin + seconds * 1000;
  let answers = 0;

  const load = async () => {
    const socket = connect(port, '127.0.0.1');
    await once(socket, 'connect');
    while (performance.now() < end) {
      socket.write(`GET ${nextPath()} HTTP/1.1\r\nHost: a\r\n\r\n`);
      let come = '';
      do {
        const [chunk] = (await once(socket, 'data')) as [Buffer];
        come += chunk.toString('latin1');
      } while (!isWhole(come));
      if (!come.startsWith('HTTP/1.1 200 ')) throw new Error(`the server answered ${come}`);
      if (performance.now() >= begin && performance.now() < end) answers += 1;
    }
    socket.destroy();
  };

  await Promise.all(Array.from({ length: CONNECTIONS }, load));
  return answers / seconds;
}

function isWhole(come: string): boolean {
  const head = come.indexOf('\r\n\r\n');
  if (head < 0) return false;
  const length = /^content-length: (\d+)/im.exec(come.slice(0, head))?.[1];
  return come.length >= head + 4 + Number(length);
}
