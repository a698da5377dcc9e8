import { openLogTarget } from './open-log-target.js';

/** How much waits at most to be written: some ten thousand lines. What comes on top is lost. */
const CAPACITY_BYTES = 4 * 1024 * 1024;
/** Pipes take this at once, and so does what collects the output of containers. */
const CHUNK_BYTES = 16 * 1024;
/** When it is tried again: soon where a reader is behind, later where the system refuses. */
const RETRY_BEHIND_MS = 50;
const RETRY_REFUSED_MS = 1000;
/** How long the end of the process waits for a reader: without any progress, and in all. */
const FLUSH_STALL_MS = 1000;
const FLUSH_TOTAL_MS = 5000;

/** Where the lines of the log go. */
export interface LogDestination {
  /** Takes a line, which is written soon. Never waits and never throws. */
  write(line: string): void;
  /**
   * Writes what waits, for the end of the process. Gives up at once on what the system refuses, and on a reader that is
   * behind after a second without progress, or five in all.
   */
  flushSync(): void;
}

/**
 * Makes a log destination of an open file, device, pipe or socket. Whatever becomes of that, a full disk, a closed pipe or
 * one that nobody reads, the process goes on: lines wait for it to take them, and once there is no more room, they are lost.
 *
 * @param onLoss is told, once there is room again, how many lines were lost, and the system's code for why; undefined if
 *   they only came too fast.
 */
export function openLogDestination(
  fd: number,
  onLoss: (lines: number, problem: string | undefined) => void,
  capacityBytes = CAPACITY_BYTES,
): LogDestination {
  const target = openLogTarget(fd);
  let lines: string[] = [];
  /** Of `lines` and `chunk`. */
  let bytes = 0;
  let chunk: Buffer | undefined;
  let state: 'idle' | 'due' | 'writing' = 'idle';
  /** Why the latest write failed. */
  let problem: string | undefined;
  let loss: { lines: number; readonly problem: string | undefined } | undefined;

  function take(): Buffer | undefined {
    if (lines.length === 0) return undefined;
    let size = 0;
    const end = lines.findIndex((line) => (size += Buffer.byteLength(line)) >= CHUNK_BYTES);
    const taken = end < 0 ? lines : lines.slice(0, end + 1);
    lines = end < 0 ? [] : lines.slice(end + 1);
    return Buffer.from(taken.join(''));
  }

  function wrote(count: number): void {
    bytes -= count;
    problem = undefined;
    chunk = chunk !== undefined && count < chunk.length ? chunk.subarray(count) : undefined;
    // With some room, so that the line about the loss isn't lost as well.
    if (loss === undefined || bytes > capacityBytes / 2) return;
    const told = loss;
    loss = undefined;
    onLoss(told.lines, told.problem);
  }

  function pump(): void {
    const writing = (chunk ??= take());
    state = writing === undefined ? 'idle' : 'writing';
    if (writing === undefined) return;
    target.write(writing, (error, count) => {
      const flushed = chunk !== writing;
      if (flushed || error === null) {
        if (!flushed) wrote(count);
        pump();
        return;
      }
      state = 'due';
      problem = error.code ?? error.message;
      setTimeout(pump, isBehind(error) ? RETRY_BEHIND_MS : RETRY_REFUSED_MS).unref();
    });
  }

  return {
    write(line) {
      const size = Buffer.byteLength(line);
      // After one that is lost none is taken before the loss is told, which marks the gap.
      if (loss !== undefined || bytes + size > capacityBytes) {
        loss ??= { lines: 0, problem };
        loss.lines += 1;
        return;
      }
      lines.push(line);
      bytes += size;
      if (state !== 'idle') return;
      state = 'due';
      setImmediate(pump);
    },
    flushSync() {
      if (state === 'writing') {
        // Node's pool writes it before the process ends; most probably it comes first if it is given a moment.
        pause(20);
        wrote(chunk?.length ?? 0);
      }
      const end = Date.now() + FLUSH_TOTAL_MS;
      let stall = Date.now() + FLUSH_STALL_MS;
      while ((chunk ??= take()) !== undefined) {
        try {
          wrote(target.writeSync(chunk));
          stall = Date.now() + FLUSH_STALL_MS;
        } catch (error) {
          if (!isBehind(error) || Date.now() > Math.min(stall, end)) return;
          pause(10);
        }
      }
    },
  };
}

/** Tells a reader that is behind from what the system refuses. */
function isBehind(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'EAGAIN';
}

function pause(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}
