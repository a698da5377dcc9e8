import type { Http2Session } from 'node:http2';

/** How long a gate that was shut stays so until it is looked at, in milliseconds. */
const LOOK_MS = 5;

/** How long it is shut until there is a crowd: what clients send when they all connect at once is worked on sooner. */
const CROWD_MS = 500;

/** How many connections it lets on at a look; twice as many at each in which nothing came of the last, as most may have nothing to say. */
const FEW = 2;

/** How many connections may end in one turn of the event loop before the others wait to be read: it costs something to clear up after each. */
const ENDS = 8;

/** What Node reads a socket by. It is in a field that is not public, and nothing that is pauses a session of HTTP/2. */
interface ReadHandle {
  readStop(): void;
  readStart(): void;
}

/** When a gate is shut, and for whom. */
export interface ReadingGateOptions {
  /** How much waits to be worked on of what the connections at the gate have sent. */
  readonly waiting: () => number;
  /** How much may, before no more is read. */
  readonly most: number;
  /** Is told at each look, as long as there is a crowd, how many connections are not read. */
  readonly onCrowd: (paused: number) => void;
  /** Is told of each connection that is let on while there is a crowd, before it is read. */
  readonly onCrowded: (session: Http2Session) => void;
}

/**
 * Reads connections no faster than what they send is worked on: beyond, nobody is read until half of it is worked off, and then they
 * are in turn. What more they send stays in their own systems, by the flow control of TCP. To read a call and refuse it, since
 * too many wait, costs nearly as much as to serve it.
 */
export class ReadingGate {
  readonly #options: ReadingGateOptions;
  readonly #read = new Set<Http2Session>();
  /** In the order in which they are let on. */
  readonly #paused = new Set<Http2Session>();
  #timer: NodeJS.Timeout | undefined;
  #shutAt = 0;
  #room = FEW;
  #ends = 0;

  constructor(options: ReadingGateOptions) {
    this.#options = options;
  }

  /** Puts a connection at the gate. */
  add(session: Http2Session): void {
    if (this.#timer === undefined) this.#read.add(session);
    else this.#pause(session);
  }

  /** Takes a connection away from the gate: it is read whatever waits. */
  delete(session: Http2Session): void {
    this.#read.delete(session);
    if (this.#paused.has(session)) this.#resume(session);
  }

  /** Is to be told when more waits of what a connection has sent, and shuts the gate if it is too much. */
  countWork(session: Http2Session): void {
    // Node reads on by itself, if it held back for a moment what came while it wrote.
    if (this.#paused.has(session)) handleOf(session)?.readStop();
    if (this.#options.waiting() >= this.#options.most) this.#shut();
  }

  /** Is to be told of a connection at the gate whose client has ended it, and shuts the gate if many do at once. */
  countEnd(): void {
    if (this.#ends === 0) setImmediate(() => (this.#ends = 0));
    this.#ends += 1;
    if (this.#ends === ENDS) this.#shut();
  }

  /** Has all of them wait: who was let on comes last then. */
  #shut(): void {
    for (const session of this.#read) this.#pause(session);
    this.#read.clear();
    this.#room = FEW;
    if (this.#timer !== undefined) return;
    this.#shutAt = performance.now();
    this.#timer = setTimeout(this.#look, LOOK_MS);
  }

  /** Lets on those who have waited longest, or, as long as those who were let on send more than is worked on, nobody. */
  readonly #look = (): void => {
    const { waiting, most, onCrowd } = this.#options;
    const isCrowd = performance.now() - this.#shutAt >= CROWD_MS;
    const left = waiting();
    if (left >= most / 2) this.#shut();
    else this.#letOn(left === 0 ? this.#room * 2 : FEW, isCrowd);
    if (isCrowd) onCrowd(this.#paused.size);
    if (this.#paused.size > 0) this.#timer?.refresh();
    else this.#timer = undefined;
  };

  #letOn(room: number, isCrowd: boolean): void {
    this.#room = room;
    let left = room;
    for (const session of this.#paused) {
      if (left === 0) return;
      left -= 1;
      if (isCrowd) this.#options.onCrowded(session);
      this.#resume(session);
      this.#read.add(session);
    }
  }

  #pause(session: Http2Session): void {
    this.#paused.add(session);
    handleOf(session)?.readStop();
  }

  #resume(session: Http2Session): void {
    this.#paused.delete(session);
    handleOf(session)?.readStart();
  }
}

function handleOf(session: Http2Session): ReadHandle | undefined {
  if (session.destroyed) return undefined;
  return (session.socket as unknown as { readonly _handle: ReadHandle | null })._handle ?? undefined;
}
