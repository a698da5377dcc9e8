import { open, stat, unlink } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';

/** A lock file older than this was left by a crash: the work under it takes milliseconds. */
const STALE_MS = 10_000;
/** Longer than a stale lock lasts. */
const WAIT_MS = 15_000;
const RETRY_MS = 25;

/** A lock that is held. */
interface HeldLock {
  /**
   * Checks that nobody took the lock for stale, as happens to a process that was stopped for long.
   *
   * @throws Error if somebody did
   */
  check(): Promise<void>;
}

/**
 * Does some work while no other process does work under the same lock file, on this or on another machine that shares
 * the folder. Waits for its turn, and takes over a lock that a crash left.
 *
 * @throws Error if the turn doesn't come within 15 seconds, or the file can't be made; and what the work throws
 */
export async function withLockFile<T>(path: string, work: (lock: HeldLock) => Promise<T>): Promise<T> {
  const lock = await acquire(path);
  const isHeld = async () => (await identify(path))?.name === lock;
  const check = async () => {
    if (!(await isHeld())) throw new Error(`another process took the lock ${path} over; try again`);
  };
  try {
    return await work({ check });
  } finally {
    // One that can't be removed goes stale; the work is done.
    if (await isHeld()) await unlink(path).catch(() => undefined);
  }
}

async function acquire(path: string): Promise<string> {
  const deadline = Date.now() + WAIT_MS;
  for (;;) {
    const lock = await tryAcquire(path);
    if (lock !== undefined) return lock;
    await removeStale(path);
    if (Date.now() > deadline) throw new Error(`another process holds the lock ${path}; try again when it is done`);
    await sleep(RETRY_MS * (1 + Math.random()));
  }
}

async function tryAcquire(path: string): Promise<string | undefined> {
  try {
    const file = await open(path, 'wx', 0o600);
    await file.close();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return undefined;
    throw error;
  }
  return (await identify(path))?.name;
}

async function removeStale(path: string): Promise<void> {
  const found = await identify(path);
  if (found === undefined || found.ageMs < STALE_MS) return;
  // Another waiter may have removed it and made its own by now.
  if ((await identify(path))?.name === found.name) await unlink(path).catch(() => undefined);
}

/** Tells one lock file from the next at the same path, which may have the same inode. */
async function identify(path: string): Promise<{ name: string; ageMs: number } | undefined> {
  const found = await stat(path, { bigint: true }).catch(() => undefined);
  return found && { name: `${found.ino}:${found.mtimeNs}`, ageMs: Date.now() - Number(found.mtimeMs) };
}
