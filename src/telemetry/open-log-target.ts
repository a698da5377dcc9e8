import { constants, fstatSync, openSync, write, writeSync } from 'node:fs';

/** What lines are written to, as the system has it. */
interface LogTarget {
  /** Writes what is taken of some bytes, soon or at once, without making the process wait; tells how many they were. */
  write(bytes: Buffer, done: (error: NodeJS.ErrnoException | null, count: number) => void): void;
  /**
   * Writes what is taken of some bytes now. Only a file may make it wait.
   *
   * @returns how many they were
   * @throws Error of the system, with EAGAIN for a reader that is behind
   */
  writeSync(bytes: Buffer): number;
}

/** Opens an open file, device, pipe or socket as a log target. */
export function openLogTarget(fd: number): LogTarget {
  const found = fstatSync(fd);
  if (found.isFile()) return pooled(fd);
  try {
    // Opened anew, it doesn't block for this process alone: the flag is shared by all who have inherited the descriptor.
    return immediate(openSync(`/proc/self/fd/${fd}`, constants.O_WRONLY | constants.O_NONBLOCK | constants.O_NOCTTY));
  } catch {
    // A socket, or a system without /proc. Node sets the flag on the pipes and sockets that it makes its own streams of.
    const hasFlag = fd === 2 && (found.isFIFO() || found.isSocket()) && process.stderr.writable;
    return hasFlag ? immediate(fd) : pooled(fd);
  }
}

/** For what never blocks. */
function immediate(fd: number): LogTarget {
  return {
    write(bytes, done) {
      let count: number;
      try {
        count = writeSync(fd, bytes);
      } catch (error) {
        done(error as NodeJS.ErrnoException, 0);
        return;
      }
      done(null, count);
    },
    writeSync: (bytes) => writeSync(fd, bytes),
  };
}

/** For what may block: a thread of Node's waits for it. */
function pooled(fd: number): LogTarget {
  return {
    write: (bytes, done) => {
      write(fd, bytes, done);
    },
    writeSync: (bytes) => writeSync(fd, bytes),
  };
}
