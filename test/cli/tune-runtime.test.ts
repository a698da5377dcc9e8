import test from 'ava';
import { listUnknownFlags, readFlags } from './v8-flags.js';

test('V8 knows each of the flags that are set while the process runs', (t) => {
  t.is(readFlags().length, 4);
  t.deepEqual(listUnknownFlags(process.execPath), []);
});
