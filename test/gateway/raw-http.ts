import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import type { ExecutionContext } from 'ava';

/** Opens a connection on which a test writes what no client of HTTP would, until the test ends. */
export async function openSocket(t: ExecutionContext, url: string): Promise<Socket> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  // That it is reset is seen by its end.
  socket.on('error', () => undefined);
  t.teardown(() => socket.destroy());
  await once(socket, 'connect');
  return socket;
}

/** Reads all that comes until the connection ends, also by a reset. */
export function readToEnd(socket: Socket): Promise<string> {
  const chunks: Buffer[] = [];
  socket.on('data', (chunk: Buffer) => chunks.push(chunk));
  return new Promise((resolve) => {
    socket.once('close', () => {
      resolve(Buffer.concat(chunks).toString());
    });
  });
}

/** Reads until this is in what came. */
export async function readUntil(socket: Socket, expected: string): Promise<string> {
  let come = '';
  while (!come.includes(expected)) {
    const [chunk] = (await once(socket, 'data')) as [Buffer];
    come += chunk.toString('latin1');
  }
  return come;
}

/** An answer on a connection. */
export interface RawAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Takes apart all answers of a connection; each must tell its length. */
export function splitAnswers(come: string): RawAnswer[] {
  const answers: RawAnswer[] = [];
  for (let rest = come; rest !== '';) {
    const [head = '', ...others] = rest.split('\r\n\r\n');
    const after = others.join('\r\n\r\n');
    const [statusLine = '', ...lines] = head.split('\r\n');
    const headers = Object.fromEntries(
      lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]),
    );
    const length = Number(headers['content-length']);
    answers.push({ status: Number(statusLine.split(' ')[1]), headers, body: after.slice(0, length) });
    rest = after.slice(length);
  }
  return answers;
}
