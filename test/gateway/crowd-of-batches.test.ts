import { status, type sendUnaryData } from '@grpc/grpc-js';
import test from 'ava';
import { serveService } from './serve-service.js';
import { recordOf, startSlowService } from './slow-service.js';

const BATCH = `/v1/public-metadata?${Array.from({ length: 100 }, (_, at) => `organization_id=o${at}`).join('&')}`;

test('batches of a hundred take turns of four, others are answered meanwhile, and one that finds too many before it gets 503', async (t) => {
  const held: sendUnaryData<object>[] = [];
  const { address } = await startSlowService(
    t,
    ({ request }, callback) => {
      callback(null, recordOf(request.organizationId));
    },
    {
      batchGetOrganizationPublicMetadata: (_call, callback) => {
        if (held.push(callback) > 4) callback({ code: status.INTERNAL, details: 'a fifth came' });
      },
    },
  );
  const { url } = await serveService(t, address, { connections: 1000 });
  const batches = Array.from({ length: 205 }, () => fetch(url + BATCH));
  const refused = await Promise.race(batches);
  t.is(refused.status, 503);
  t.is(refused.headers.get('retry-after'), '1');
  for (let round = 0; round < 20; round += 1) {
    t.is((await fetch(`${url}/v1/organizations/org_1/public-metadata`)).status, 200);
  }
  // What else was sent to the service would be there before these reads.
  for (let answered = 0; answered < 204; answered += 1) {
    while (held.length === 0) await new Promise((resolve) => setTimeout(resolve, 1));
    t.true(held.length <= 4);
    held.shift()?.(null, { metadata: [], missing: [], unprocessed: [] });
  }
  const answers = await Promise.all(batches);
  t.is(answers.filter(({ ok }) => ok).length, 204);
});
