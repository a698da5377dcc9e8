import test from 'ava';
import { makeClient, selectDatabase } from '../../../src/store/mongo/make-client.js';

for (const options of [
  'w=1&journal=false&readConcernLevel=available&readPreference=secondary&retryWrites=true',
  'w=banana',
  'w=0&wtimeoutMS=1&readPreference=nearest&socketTimeoutMS=1&serverSelectionTimeoutMS=90000',
]) {
  test(`a connection string can't weaken what is promised: ${options}`, (t) => {
    const client = makeClient(`mongodb://127.0.0.1/orgmeta?${options}`);
    const { writeConcern, readConcern, readPreference } = selectDatabase(client, 'orgmeta').collection('any');

    t.like(writeConcern, { w: 'majority', journal: true, wtimeoutMS: undefined });
    t.is(readConcern?.level, 'local');
    t.is(readPreference?.mode, 'primary');
    t.like(client.options, { retryWrites: false, socketTimeoutMS: 6000, serverSelectionTimeoutMS: 3000 });
  });
}
