import type { Http2Session, ServerHttp2Stream } from 'node:http2';
import type { MessageCounter } from './message-counter.js';

/** A call whose stream is open. */
export interface OpenCall {
  readonly ring: CallRing;
  readonly stream: ServerHttp2Stream;
  readonly session: Http2Session;
  /** What its caller asked for, which may be anything. */
  readonly path: string;
  /** The look before which it began. */
  readonly look: number;
  /** When it came, by the clock of `performance`. */
  readonly cameAt: number;
  /** Whether it is being read and answered; otherwise it waits for its turn. */
  hasBegun: boolean;
  /** Whether it was ended before it had ended by itself. */
  wasEnded: boolean;
  /** How many bytes of its request were counted. */
  requestBytes: number;
  /** Counts the messages of its request, if somebody looks at them. */
  messages: MessageCounter | undefined;
  /** Its neighbours; itself, once it is in the ring no more. */
  before: OpenCall;
  after: OpenCall;
}

/** The open calls in the order in which they began. Every call comes and goes here, and a Map made a read measurably dearer. */
export class CallRing {
  readonly #head = {} as OpenCall;
  #size = 0;
  #begun = 0;
  #onEmpty: (() => void) | undefined;

  constructor() {
    this.#head.before = this.#head;
    this.#head.after = this.#head;
  }

  get size(): number {
    return this.#size;
  }

  /** How many of them have begun. */
  get begun(): number {
    return this.#begun;
  }

  get oldest(): OpenCall | undefined {
    return this.#size === 0 ? undefined : this.#head.after;
  }

  /** Takes in a call that has just come. */
  add(stream: ServerHttp2Stream, session: Http2Session, path: string, look: number): OpenCall {
    const { before } = this.#head;
    const call = {
      ring: this,
      stream,
      session,
      path,
      look,
      cameAt: performance.now(),
      hasBegun: false,
      wasEnded: false,
      requestBytes: 0,
      messages: undefined,
      before,
      after: this.#head,
    };
    before.after = call;
    this.#head.before = call;
    this.#size += 1;
    return call;
  }

  /** Counts an open call as one that has begun. */
  begin(call: OpenCall): void {
    call.hasBegun = true;
    this.#begun += 1;
  }

  /** Takes a call out; one that is out already stays out. */
  delete(call: OpenCall): void {
    if (!this.has(call)) return;
    call.before.after = call.after;
    call.after.before = call.before;
    call.before = call;
    call.after = call;
    this.#size -= 1;
    if (call.hasBegun) this.#begun -= 1;
    if (this.#size === 0) this.#onEmpty?.();
  }

  /** Resolves once no call is open. */
  untilEmpty(): Promise<void> {
    return new Promise((resolve) => {
      this.#onEmpty = resolve;
      if (this.#size === 0) resolve();
    });
  }

  /** Tells whether a call, which was taken in here, is open. */
  has(call: OpenCall): boolean {
    return call.after !== call;
  }

  /** Gives the calls, oldest first. None may go meanwhile. */
  *[Symbol.iterator](): Generator<OpenCall> {
    for (let call = this.#head.after; call !== this.#head; call = call.after) yield call;
  }

  /** Finds the oldest call of which something holds. */
  find(holds: (call: OpenCall) => boolean): OpenCall | undefined {
    for (let call = this.#head.after; call !== this.#head; call = call.after) {
      if (holds(call)) return call;
    }
    return undefined;
  }
}
