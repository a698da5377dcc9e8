import test from 'ava';
import { modify } from '../../../clients/typescript/src/modify.js';
import { OrgmetaError } from '../../../clients/typescript/src/index.js';
import { startForClient } from '../start-for-client.js';

test('a document that the function leaves out stays as it is', async (t) => {
  const { organizations } = (await startForClient(t)).backend;
  const privateMetadata = { stripe: 'cus_1' };
  await organizations.replaceOrganizationMetadata('org_1', { publicMetadata: { plan: 'free' }, privateMetadata });
  const record = await organizations.modifyOrganizationMetadata('org_1', () => ({ publicMetadata: { plan: 'pro' } }));
  t.like(record, { publicMetadata: { plan: 'pro' }, privateMetadata });
});

test('a function that forgets to return the documents is told so, and nothing is written', async (t) => {
  const { organizations } = (await startForClient(t)).backend;
  const { etag } = await organizations.replaceOrganizationMetadata('org_1', { publicMetadata: { plan: 'free' } });
  const forgets = (({ publicMetadata }: { publicMetadata: object }) => {
    Object.assign(publicMetadata, { plan: 'pro' });
  }) as never;
  await t.throwsAsync(organizations.modifyOrganizationMetadata('org_1', forgets), {
    instanceOf: TypeError,
    message: 'the function returned undefined; it has to return the documents',
  });
  t.is((await organizations.getOrganizationMetadata('org_1')).etag, etag);
});

test('a change that is aborted while it waits to begin anew rejects with the reason of its signal', async (t) => {
  const controller = new AbortController();
  const reason = new Error('the visitor has left');
  const changing = modify(
    {
      read: () => Promise.resolve({ etag: '1-1' }),
      documentsOf: () => ({}),
      change: () => ({}),
      write: () => {
        controller.abort(reason);
        return Promise.reject(new OrgmetaError('too late', { code: 'ABORTED', reason: 'ETAG_MISMATCH' }));
      },
    },
    controller.signal,
  );
  t.is(await t.throwsAsync(changing), reason);
});
