import test from 'ava';
import { makeClient, selectDatabase } from '../../../src/store/mongo/make-client.js';
import { openMongoStore } from '../../../src/store/mongo/open-mongo-store.js';

for (const options of [
  'w=1&journal=false&readConcernLevel=available&readPreference=secondary&retryWrites=true',
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

test('a connection string that the driver refuses is reported at once, and not shown', (t) => {
  for (const uri of ['mongodb://u:secret@h/d?nonsense=secret', 'mongodb://u:secret@h/d?maxStalenessSeconds=100']) {
    const error = t.throws(() => openMongoStore(uri, { onDamage: () => undefined }), { name: 'StoreOpenError' });
    t.notRegex(error.message, /secret/);
  }
});
