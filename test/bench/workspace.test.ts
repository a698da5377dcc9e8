import { existsSync } from 'node:fs';
import test from 'ava';
import { openWorkspace } from '../../bench/workspace.js';

test('a workspace that is closed leaves no folder and listens to no signal any more', async (t) => {
  const listeners = () => ['SIGINT', 'SIGTERM', 'SIGHUP'].map((signal) => process.listenerCount(signal));
  const before = listeners();
  const workspace = await openWorkspace();
  t.true(existsSync(workspace.folder));
  t.deepEqual(
    listeners(),
    before.map((count) => count + 1),
  );
  await workspace.close();
  t.false(existsSync(workspace.folder));
  t.deepEqual(listeners(), before);
});
