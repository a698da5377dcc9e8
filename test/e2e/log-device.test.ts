import { execFileSync } from 'node:child_process';
import { closeSync, constants, openSync } from 'node:fs';
import path from 'node:path';
import test, { type ExecutionContext } from 'ava';
import { makeTemporaryFolder } from '../auth/temporary-folder.js';
import { E2eClient } from './client.js';
import { createKey } from './keys.js';
import { makeDataFolder, startService } from './service.js';

/** Has a bug of the service's process come to light on SIGUSR2. */
const BUG = `data:text/javascript,${encodeURIComponent("process.on('SIGUSR2', () => { throw new Error('a bug'); })")}`;

/** What stderr may be, other than a pipe that is read. What it opens in a folder is closed with the test. */
const DEVICES: { title: string; open: (t: ExecutionContext, folder: string) => number | 'unread' }[] = [
  { title: 'a full disk', open: (t) => openUntilEnd(t, '/dev/full', 'w') },
  {
    title: 'a pipe whose reader is gone',
    open: (t, folder) => {
      const { reader, writer } = openPipe(t, folder);
      closeSync(reader);
      return writer;
    },
  },
  {
    title: 'a pipe that nobody reads',
    open: (t, folder) => {
      const { reader, writer } = openPipe(t, folder);
      t.teardown(() => {
        closeSync(reader);
      });
      return writer;
    },
  },
  { title: 'a socket that nobody reads', open: () => 'unread' },
];

for (const { title, open } of DEVICES) {
  const start = async (t: ExecutionContext) => {
    const { dataDir, remove } = await makeDataFolder();
    t.teardown(remove);
    const folder = await makeTemporaryFolder(t);
    const key = await createKey(dataDir, { role: 'backend' });
    const stderr = open(t, folder);
    const env = { ORGMETA_LOG_LEVEL: 'trace', ORGMETA_LOG_FORMAT: 'json', NODE_OPTIONS: `--import=${BUG}` };
    const service = await startService({ dataDir, env, stderr });
    const client = new E2eClient(service.address);
    t.teardown(() => {
      client.close();
      return service.stop('SIGKILL');
    });
    const call = () => client.call('batchGetOrganizationMetadata', { organizationIds: ['any'] }, { key });
    return { service, call };
  };

  test(`with ${title} as stderr the service answers, and SIGTERM ends it`, async (t) => {
    const { service, call } = await start(t);
    // Some lines more than a pipe or a socket holds.
    for (let round = 0; round < 10; round += 1) {
      const outcomes = await Promise.all(Array.from({ length: 100 }, call));
      t.true(outcomes.every((outcome) => 'answer' in outcome));
    }
    t.is(await service.stop('SIGTERM'), 0);
  });

  test(`with ${title} as stderr a bug ends the service`, async (t) => {
    const { service, call } = await start(t);
    for (let round = 0; round < 4; round += 1) await Promise.all(Array.from({ length: 100 }, call));
    t.is(await service.stop('SIGUSR2'), 1);
  });
}

function openPipe(t: ExecutionContext, folder: string): { reader: number; writer: number } {
  const pipe = path.join(folder, 'pipe');
  execFileSync('mkfifo', [pipe]);
  const reader = openSync(pipe, constants.O_RDONLY | constants.O_NONBLOCK);
  return { reader, writer: openUntilEnd(t, pipe, 'w') };
}

function openUntilEnd(t: ExecutionContext, device: string, flags: string): number {
  const fd = openSync(device, flags);
  t.teardown(() => {
    closeSync(fd);
  });
  return fd;
}
