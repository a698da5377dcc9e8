import { randomBytes } from 'node:crypto';
import test from 'ava';
import { MongoClient } from 'mongodb';
import { withMongoServer } from '../servers/with-mongo-server.js';
import { cases } from './cases.js';
import { CANARIES, countHits } from './secrecy/canaries.js';
import { keyOf } from './secrecy/run-planted.js';
import { searchEverything } from './secrecy/search-everything.js';

for (const listener of ['main', 'frontends'] as const) {
  test.serial(
    `LMDB, ${listener} listener: nothing private, and no credential, leaves but in answers to a backend`,
    async (t) => {
      t.timeout(240_000, 'the whole list of cases runs');
      await searchEverything(t, { store: {}, cases, listener });
    },
  );
}

withMongoServer(test, 'mongo-java-server', ({ name, uri, process }) => {
  test.serial(
    `${name}: nothing private, and no credential, leaves but in answers to a backend, also when the database fails`,
    async (t) => {
      t.timeout(240_000, 'the whole list of cases runs');
      const databaseUri = new URL(`orgmeta-secrecy-${randomBytes(6).toString('hex')}`, uri()).href;
      const owner = { organizationId: 'disturbed', userId: CANARIES.argument };
      const document = { privateMetadata: { [CANARIES.private]: CANARIES.private }, publicMetadata: { a: 1 } };
      await searchEverything(t, {
        store: { MONGODB_URI: databaseUri },
        cases,
        listener: 'main',
        async disturb(client, keys) {
          const [backend, frontend] = [keyOf('backend', keys), keyOf('frontend of org-own', keys)];
          t.true(
            'answer' in
              (await client.call(
                'updateOrganizationMembershipMetadata',
                { ...owner, organizationId: 'org-own', ...document },
                backend,
              )),
          );
          t.true(
            'answer' in
              (await client.call('updateOrganizationMetadata', { organizationId: 'edited', ...document }, backend)),
          );
          const edit = { $set: { private_metadata: { [CANARIES.private]: new Date() } } };
          const direct = await new MongoClient(databaseUri).connect();
          await direct.db().collection<{ _id: string }>('organization_metadata').updateOne({ _id: 'edited' }, edit);
          await direct.close();
          t.like(await client.call('getOrganizationMetadata', { organizationId: 'edited' }, backend), {
            error: { code: 'INTERNAL' },
          });
          process()?.kill('SIGKILL');
          const write = await client.call('updateOrganizationMembershipMetadata', { ...owner, ...document }, backend);
          t.like(write, { error: { code: 'UNAVAILABLE' } });
          const read = await client.call(
            'getOrganizationMembershipPublicMetadata',
            { ...owner, organizationId: 'org-own' },
            frontend,
          );
          t.like(read, { error: { reason: 'STORE_UNAVAILABLE' } });
        },
      });
    },
  );
});

test('the search finds a canary also in base64, at any offset, and in hexadecimal', (t) => {
  for (const encoding of ['utf8', 'base64', 'base64url', 'hex'] as const) {
    for (const before of ['', 'a', 'ab', 'abc']) {
      const bytes = Buffer.from(Buffer.from(`${before}${CANARIES.private}é`).toString(encoding));
      t.true(countHits(bytes, [CANARIES.private]) > 0, `${encoding} behind "${before}"`);
      t.is(countHits(bytes, [CANARIES.public]), 0);
    }
  }
});
