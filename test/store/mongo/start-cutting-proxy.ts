import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import type { ExecutionContext } from 'ava';

/** What happens to the reply of a write: it is lost with its connection, and what comes later passes or doesn't. */
export type Cut = 'this reply' | 'everything from here on';

/** What becomes of connections that are made from now on. */
export type NewConnections = 'passed' | 'closed' | 'unanswered';

/** A way to a database that can be cut. */
export interface CuttingProxy {
  readonly uri: string;
  /** Cuts after the database has carried out the n-th write of records from now, counted from 1; resolves when it has. */
  cutAfter(write: number, cut: Cut): Promise<void>;
  /** Holds back the reply to the n-th write of records from now, counted from 1; resolves when the database has carried it out. */
  withholdReply(write: number): Promise<void>;
  /** Cuts what is connected. */
  cut(): void;
  letConnect(how: NewConnections): void;
  /** Holds the n-th write of records from now back, counted from 1, and what follows it on its connection. */
  hold(write: number): HeldWrites;
  /** Holds all writes of records from now back; they are reached when so many have come. */
  holdAll(count: number): HeldWrites;
}

/** Writes that the database doesn't get yet. */
export interface HeldWrites {
  /** Resolves when they have come. */
  readonly reached: Promise<void>;
  release(): void;
}

const OP_MSG = 2013;
const WRITES = /^.(insert|update|delete)\0/s;

/** Starts a proxy before a database, which knows as much of the protocol as to find writes and their replies. */
export async function startCuttingProxy(t: ExecutionContext, databaseUri: string): Promise<CuttingProxy> {
  const database = new URL(databaseUri);
  const sockets = new Set<Socket>();
  let newConnections: NewConnections = 'passed';
  let awaited: { left: number; cut: Cut | 'nothing'; resolve: () => void } | undefined;
  let holding: { left: number; all: boolean; reach: () => void; released: Promise<void> } | undefined;

  const cut = () => {
    for (const socket of sockets) socket.destroy();
  };
  const server = createServer((client) => {
    const upstream = connect(Number(database.port), database.hostname);
    const close = () => {
      client.destroy();
      upstream.destroy();
    };
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on('error', close).on('close', close);
    }
    if (newConnections === 'closed') close();
    if (newConnections !== 'passed') return;
    let lastWrite: number | undefined;
    let before: Promise<void> | undefined;
    client.on(
      'data',
      splitMessages((message) => {
        if (holding !== undefined && isWrite(message)) {
          holding.left -= 1;
          if (holding.left === 0) holding.reach();
          if (holding.left === 0 || holding.all) before = holding.released;
        }
        if (before !== undefined) {
          void before.then(() => upstream.write(message));
          return;
        }
        if (awaited !== undefined && isWrite(message)) {
          awaited.left -= 1;
          if (awaited.left === 0) lastWrite = message.readInt32LE(4);
        }
        upstream.write(message);
      }),
    );
    upstream.on(
      'data',
      splitMessages((message) => {
        if (lastWrite === undefined || message.readInt32LE(8) !== lastWrite) {
          client.write(message);
          return;
        }
        if (awaited?.cut === 'everything from here on') {
          newConnections = 'closed';
          cut();
        } else if (awaited?.cut !== 'nothing') close();
        awaited?.resolve();
        awaited = undefined;
      }),
    );
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.teardown(() => {
    server.close();
    cut();
  });
  const hold = (left: number, all: boolean): HeldWrites => {
    let release: () => void = () => undefined;
    const released = new Promise<void>((resolve) => {
      release = () => {
        holding = undefined;
        resolve();
      };
    });
    const reached = new Promise<void>((reach) => {
      holding = { left, all, reach, released };
    });
    return { reached, release };
  };
  const way = new URL(databaseUri);
  way.hostname = '127.0.0.1';
  way.port = String((server.address() as AddressInfo).port);
  return {
    uri: way.href,
    cutAfter: (left, what) =>
      new Promise((resolve) => {
        awaited = { left, cut: what, resolve };
      }),
    withholdReply: (left) =>
      new Promise((resolve) => {
        awaited = { left, cut: 'nothing', resolve };
      }),
    hold: (write) => hold(write, false),
    holdAll: (count) => hold(count, true),
    cut,
    letConnect(how) {
      newConnections = how;
    },
  };
}

/** Cuts a stream into the messages of the protocol, each of which begins with its length. */
function splitMessages(take: (message: Buffer) => void): (chunk: Buffer) => void {
  let rest = Buffer.alloc(0);
  return (chunk) => {
    rest = Buffer.concat([rest, chunk]);
    while (rest.length >= 4 && rest.length >= rest.readInt32LE(0)) {
      const length = rest.readInt32LE(0);
      take(rest.subarray(0, length));
      rest = rest.subarray(length);
    }
  };
}

/** Tells a command that writes records: its name is the first in the command's document, the collection its value. */
function isWrite(message: Buffer): boolean {
  const start = 16 + 4 + 1 + 4;
  return (
    message.readInt32LE(12) === OP_MSG &&
    WRITES.test(message.toString('latin1', start, start + 8)) &&
    message.toString('latin1', start, start + 60).includes('organization_')
  );
}
