import { execFileSync } from 'node:child_process';
import { closeSync, constants, openSync, readFileSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import test, { type ExecutionContext } from 'ava';
import { openLogDestination, type LogDestination } from '../../src/telemetry/open-log-destination.js';
import { makeTemporaryFolder } from '../auth/temporary-folder.js';

const CAPACITY_BYTES = 256 * 1024;
const numbered = (n: number) => `line ${n} ${'x'.repeat(200)}\n`;

/** Makes a named pipe that is open at both ends; nothing reads it yet. */
async function openPipe(t: ExecutionContext) {
  const path = join(await makeTemporaryFolder(t), 'pipe');
  execFileSync('mkfifo', [path]);
  const openReader = () => openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  let reader: number | undefined = openReader();
  const writer = openSync(path, constants.O_WRONLY);
  const closeReader = () => {
    if (reader !== undefined) closeSync(reader);
    reader = undefined;
  };
  t.teardown(() => {
    closeReader();
    closeSync(writer);
  });
  return {
    writer,
    closeReader,
    reopenReader: () => {
      reader = openReader();
    },
    /** Reads what is there. */
    read: () => {
      if (reader === undefined) return '';
      const buffer = Buffer.alloc(1024 * 1024);
      try {
        return buffer.toString('utf8', 0, readSync(reader, buffer));
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'EAGAIN') return '';
        throw error;
      }
    },
  };
}

/** A destination that tells of a loss in a line of its own, as the log does. */
function openTelling(fd: number) {
  const destination = openLogDestination(
    fd,
    (lines, problem) => {
      destination.write(`lost ${lines}: ${problem ?? 'too fast'}\n`);
    },
    CAPACITY_BYTES,
  );
  return destination;
}

/** Writes 5000 numbered lines, which is more than can wait, and lets the destination try meanwhile. */
async function writeLines(destination: LogDestination): Promise<void> {
  for (let n = 0; n < 5000; n += 1) {
    destination.write(numbered(n));
    if (n % 100 === 0) await delay(1);
  }
}

test('while nobody reads, what waits is bounded, and the gap is told with its size when somebody does', async (t) => {
  const pipe = await openPipe(t);
  const destination = openTelling(pipe.writer);
  await writeLines(destination);
  let text = '';
  while (!text.includes('lost')) {
    text += pipe.read();
    await delay(1);
  }
  destination.write('after\n');
  while (!text.endsWith('after\n')) {
    text += pipe.read();
    await delay(1);
  }
  const lines = text.split(/(?<=\n)/);
  const kept = lines.filter((line) => line.startsWith('line '));
  t.deepEqual(
    kept,
    kept.map((_, n) => numbered(n)),
  );
  // The pipe itself holds some as well.
  t.true(kept.join('').length <= 2 * CAPACITY_BYTES);
  t.deepEqual(lines.slice(kept.length), [`lost ${5000 - kept.length}: EAGAIN\n`, 'after\n']);
});

test('what could not be written to a closed pipe is written when it is read again', async (t) => {
  const pipe = await openPipe(t);
  const destination = openTelling(pipe.writer);
  pipe.closeReader();
  await writeLines(destination);
  pipe.reopenReader();
  let text = '';
  while (!text.includes('lost')) {
    text += pipe.read();
    await delay(1);
  }
  const kept = text.split('line ').length - 1;
  t.regex(text, new RegExp(`lost ${5000 - kept}: EPIPE\n$`));
});

test('a flush gives up on a closed pipe, on a full device and on a pipe that nobody reads', async (t) => {
  const closed = await openPipe(t);
  closed.closeReader();
  const unread = await openPipe(t);
  const full = openSync('/dev/full', 'w');
  t.teardown(() => {
    closeSync(full);
  });
  for (const fd of [closed.writer, unread.writer, full]) {
    const destination = openTelling(fd);
    for (let n = 0; n < 1000; n += 1) destination.write(numbered(n));
    destination.flushSync();
    destination.flushSync();
  }
  t.pass();
});

test('a file gets every line, in order, and a flush loses none that is under way', async (t) => {
  const path = join(await makeTemporaryFolder(t), 'log');
  const file = openSync(path, 'a');
  t.teardown(() => {
    closeSync(file);
  });
  const destination = openTelling(file);
  const write = (from: number, to: number) => {
    for (let n = from; n < to; n += 1) destination.write(numbered(n));
  };
  const readWhole = async (count: number) => {
    for (;;) {
      const lines = readFileSync(path, 'utf8').split(/(?<=\n)/);
      if (lines.length >= count) return lines;
      await delay(1);
    }
  };
  const expected = Array.from({ length: 1000 }, (_, n) => numbered(n));
  write(0, 500);
  t.deepEqual(await readWhole(500), expected.slice(0, 500));
  write(500, 800);
  await delay(0);
  write(800, 1000);
  destination.flushSync();
  // What was under way may come last.
  t.deepEqual((await readWhole(1000)).sort(), expected.sort());
});
