import { join } from 'node:path';
import test from 'ava';
import { makeTemporaryFolder } from '../auth/temporary-folder.js';
import { field } from '../e2e/raw.js';
import { connectRaw, frame, type RawConnection } from './raw-call.js';
import { serveStore, storeWith } from './serve-store.js';

const BATCH_GET = '/orgmeta.v1.BackendMetadata/BatchGetOrganizationMetadata';

function ask({ call }: RawConnection, organizationId: string): void {
  call(BATCH_GET)
    .resume()
    .end(frame(field(1, organizationId)));
}

test('on a socket in the file system, too, a batch waits for few of the hundreds of other connections', async (t) => {
  const begun: string[] = [];
  let onBegun: () => void = () => undefined;
  const store = storeWith({
    getMany: ([owner]) => {
      begun.push(owner?.organizationId ?? '');
      onBegun();
      return Promise.resolve([undefined]);
    },
  });
  const listenOn = `unix:${join(await makeTemporaryFolder(t), 'orgmeta.sock')}`;
  const { address } = await serveStore(t, store, { listenOn });
  const [one, ...others] = [1, 2, 3, 4].map(() => connectRaw(t, address)) as [RawConnection, ...RawConnection[]];
  await new Promise<void>((resolve) => {
    onBegun = () => {
      if (begun.length === 20) ask(one, 'single');
      if (begun.length === 301) resolve();
    };
    for (const other of others) for (let count = 0; count < 100; count += 1) ask(other, 'many');
  });
  const place = begun.indexOf('single');
  t.true(place >= 20 && place < 150, `it was number ${place}`);
});
