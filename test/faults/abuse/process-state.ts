import { readdirSync, readFileSync, readlinkSync, writeFileSync } from 'node:fs';

/** The memory of a process, in MB (of a million bytes). */
export interface ProcessMemory {
  /** What it has in memory now. */
  readonly now: number;
  /** The most that it had since {@link forgetPeak}. */
  readonly peak: number;
}

/** Reads the memory of a process as Linux counts it. */
export function readMemory(pid: number): ProcessMemory {
  const text = readFileSync(`/proc/${pid}/status`, 'utf8');
  const read = (name: string) => (Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(text)?.[1]) * 1024) / 1e6;
  return { now: read('VmRSS'), peak: read('VmHWM') };
}

/** Has Linux count the peak of a process from now on. */
export function forgetPeak(pid: number): void {
  writeFileSync(`/proc/${pid}/clear_refs`, '5');
}

/** Counts the sockets that a process has open. */
export function countSockets(pid: number): number {
  const folder = `/proc/${pid}/fd`;
  return readdirSync(folder).filter((name) => {
    try {
      return readlinkSync(`${folder}/${name}`).startsWith('socket:');
    } catch {
      // Closed since the folder was read.
      return false;
    }
  }).length;
}
