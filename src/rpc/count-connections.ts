import { readFileSync } from 'node:fs';

/** Files that the process may need beside its connections: some 25 are open when it starts. */
const RESERVE = 64;

/** No more than this, whatever the system allows: a silent connection takes 15 to 26 KB, and one over TLS 50, so these take 150 MB at most. */
const MOST = 3_000;

/**
 * Says how many connections may be open at once: so many that the process can always open a file beside them.
 *
 * @param limits the text of `/proc/self/limits`; read where it exists, which is on Linux
 */
export function countConnections(limits: string = readLimits()): number {
  const openFiles = /^Max open files +(\d+)/m.exec(limits)?.[1];
  return openFiles === undefined ? MOST : Math.min(MOST, Math.max(1, Number(openFiles) - RESERVE));
}

function readLimits(): string {
  try {
    return readFileSync('/proc/self/limits', 'utf8');
  } catch {
    return '';
  }
}
