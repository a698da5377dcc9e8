import { setTimeout as delay } from 'node:timers/promises';
import type { Collection, Db, MongoClient } from 'mongodb';
import type { Kind } from '../../domain/owner.js';
import { COLLECTION } from './collections.js';
import { CALL_MS, Deadline } from './deadline.js';
import { NotSent } from './failures.js';
import { Gate } from './gate.js';
import { makeClient, selectDatabase } from './make-client.js';
import { makeIndexes } from './make-indexes.js';
import type { Document } from './record-document.js';
import { readSharedState } from './shared-state.js';

/** A collection whose documents have names as ids. */
export type Documents = Collection<Document & { _id: string }>;

/** How long to wait before the next attempt to connect, in milliseconds. */
const RETRY_MS = 500;

/** Is told of what stands in the way, for the log. */
export type OnTrouble = (problem: string, cause: unknown) => void;

/** The way to the database. Connects in the background, again and again until it holds. */
export class Connection {
  /** What all commands for callers pass. */
  readonly gate: Gate;
  /** How long a call may take without an answer of the database, in milliseconds. */
  readonly callMs: number;
  readonly #uri: string;
  readonly #databaseName: string;
  readonly #onTrouble: OnTrouble;
  readonly #closing = new AbortController();
  readonly #connecting: Promise<void>;
  readonly #attempted: Promise<void>;
  #client: MongoClient | undefined;
  #database: Db | undefined;
  #pageTokenKey: Uint8Array | undefined;
  #indexing: Promise<void> | undefined;
  #problem: unknown;

  constructor(uri: string, databaseName: string, onTrouble: OnTrouble, callMs = CALL_MS) {
    this.callMs = callMs;
    this.gate = new Gate(callMs, callMs);
    this.#uri = uri;
    this.#databaseName = databaseName;
    this.#onTrouble = onTrouble;
    let attempted: () => void = () => undefined;
    this.#attempted = new Promise((resolve) => {
      attempted = resolve;
    });
    this.#connecting = this.#connect(attempted);
  }

  /** The secret that all processes share. @throws NotSent */
  get pageTokenKey(): Uint8Array {
    if (this.#pageTokenKey === undefined) throw this.#notConnected();
    return this.#pageTokenKey;
  }

  /** @throws NotSent */
  get database(): Db {
    if (this.#database === undefined) throw this.#notConnected();
    return this.#database;
  }

  /** The documents of one kind. @throws NotSent */
  documents(kind: Kind): Documents {
    return this.database.collection(COLLECTION[kind]);
  }

  /** Runs a command that changes nothing. @throws LateReply, NotSent, or what the driver throws */
  run<T>(command: () => Promise<T>): Promise<T> {
    return this.gate.run((deadline) => deadline.race(command()));
  }

  /** Resolves if the database answers, once the first attempt to connect has ended: past the gate, since a queue there says nothing of that. @throws as `run` does */
  async ping(): Promise<void> {
    const deadline = new Deadline(this.callMs);
    await deadline.race(this.#attempted);
    await deadline.race(this.database.command({ ping: 1 }));
  }

  async close(): Promise<void> {
    this.#closing.abort();
    await this.#connecting;
    await this.#indexing;
    this.#database = undefined;
    await this.#client?.close();
  }

  async #connect(attempted: () => void): Promise<void> {
    while (!this.#closing.signal.aborted) {
      // A client whose first attempt failed answers that it is closed, for ever.
      const client = makeClient(this.#uri, this.callMs);
      try {
        await client.connect();
        const database = selectDatabase(client, this.#databaseName);
        this.#pageTokenKey = await readSharedState(database);
        this.#client = client;
        this.#database = database;
        this.#indexing = makeIndexes(database, this.#onTrouble, this.#closing.signal);
        attempted();
        return;
      } catch (error) {
        this.#report(error);
        attempted();
        await client.close().catch(() => undefined);
        await delay(RETRY_MS, undefined, { signal: this.#closing.signal }).catch(() => undefined);
      }
    }
  }

  /** Says the same thing once. */
  #report(error: unknown): void {
    const isNews = messageOf(error) !== messageOf(this.#problem);
    this.#problem = error;
    if (isNews) this.#onTrouble('the database can not be used yet', error);
  }

  #notConnected(): NotSent {
    return new NotSent('the database is not connected yet', { cause: this.#problem });
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : '';
}
