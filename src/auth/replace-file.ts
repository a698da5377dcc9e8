import { open, rename, stat, unlink, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * Puts a text in the place of a file, in one step: a reader sees the old text or the new one, whole, and so it is after
 * a crash. A new file is for its owner alone (mode 0600); one that is replaced keeps its mode and its owner. To be called
 * under a lock, since the text is first written to `<path>.new`.
 *
 * @param beforeRename runs when the new text is on the disk, before it takes the file's place; if it throws, nothing changes.
 */
export async function replaceFile(path: string, text: string, beforeRename: () => Promise<void>): Promise<void> {
  const temporary = `${path}.new`;
  await unlink(temporary).catch(() => undefined);
  try {
    const file = await open(temporary, 'wx', 0o600);
    try {
      await file.writeFile(text);
      await keepOwnerAndMode(path, file);
      await file.sync();
    } finally {
      await file.close();
    }
    await beforeRename();
    await rename(temporary, path);
  } catch (error) {
    await unlink(temporary).catch(() => undefined);
    throw error;
  }
  await syncFolder(dirname(path));
}

// An administrator who changes the file must not lock the service out that runs as another user.
async function keepOwnerAndMode(path: string, file: FileHandle): Promise<void> {
  const before = await stat(path).catch(() => undefined);
  if (before === undefined) return;
  const { uid, gid } = await file.stat();
  if (uid !== before.uid || gid !== before.gid) await file.chown(before.uid, before.gid);
  await file.chmod(before.mode & 0o777);
}

// Without this the new name may be lost when the power goes.
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
