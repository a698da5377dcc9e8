import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';

/** The root of the project. */
export const ROOT = path.resolve(import.meta.dirname, '..');

/** What interrupts a run. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** A folder for what a run leaves behind, and the list of what has to be ended with it. */
export interface Workspace {
  /** Lies in the project, on a real disk: a temporary folder in memory would make every write durable for free. */
  readonly folder: string;
  /** Where the services under test leave profiles; undefined for none. */
  readonly profileFolder: string | undefined;
  /** Has something done when the workspace is closed, the last first. */
  onClose(cleanUp: () => unknown): void;
  /** Ends all that was started and removes the folder. May be called again. */
  close(): Promise<void>;
}

/** Makes a workspace, and sees that it is closed when the process is interrupted. */
export async function openWorkspace(profileFolder?: string): Promise<Workspace> {
  const parent = path.join(ROOT, '.cache');
  await mkdir(parent, { recursive: true });
  const folder = await mkdtemp(path.join(parent, 'bench-'));
  const cleanUps: (() => unknown)[] = [() => rm(folder, { recursive: true, force: true })];
  const workspace = {
    folder,
    profileFolder,
    onClose: (cleanUp: () => unknown) => {
      cleanUps.push(cleanUp);
    },
    async close() {
      for (let cleanUp = cleanUps.pop(); cleanUp !== undefined; cleanUp = cleanUps.pop()) await cleanUp();
    },
  };
  const interrupt = () => {
    void workspace.close().finally(() => process.exit(1));
  };
  for (const signal of SIGNALS) process.on(signal, interrupt);
  // The last that is done: until then an interrupt ends what is left.
  cleanUps.unshift(() => {
    for (const signal of SIGNALS) process.off(signal, interrupt);
  });
  return workspace;
}
