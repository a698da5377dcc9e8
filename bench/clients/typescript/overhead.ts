/**
 * What the TypeScript client costs over the generated stub: the same calls through both, in turns, on one process. The service is
 * `ORGMETA_ADDRESS`, with the key `ORGMETA_KEY` of a backend. Prints a line of JSON for each comparison; `raw` and `face` are microseconds
 * a call, medians of the rounds, and `ratio` is the median of face over raw.
 */
import { credentials, Metadata } from '@grpc/grpc-js';
import { createClient } from '../../../clients/typescript/src/index.js';
import { BackendMetadataClient } from '../../../gen/ts/orgmeta/v1/backend_metadata.js';
import { makeDocument } from '../../documents.js';
import { median } from '../../report/median.js';

const ROUNDS = 21;
const CALLS = 1000;
const organizationId = 'org_overhead';
const { ORGMETA_ADDRESS: address = '127.0.0.1:50051', ORGMETA_KEY: credential = '' } = process.env;

const client = createClient({ address, credential });
const stub = new BackendMetadataClient(address, credentials.createInsecure());
const metadata = new Metadata();
metadata.set('authorization', `Bearer ${credential}`);
const deadline = () => ({ deadline: Date.now() + 10_000 });

type Call = () => Promise<unknown>;

const reads: Record<'raw' | 'face', Call> = {
  raw: () =>
    new Promise((resolve, reject) => {
      stub.getOrganizationMetadata({ organizationId }, metadata, deadline(), (error, answer) => {
        if (error === null) resolve(answer.metadata?.publicMetadata);
        else reject(error);
      });
    }),
  face: async () => (await client.organizations.getOrganizationMetadata(organizationId)).publicMetadata,
};

const patch = { plan: 'pro', seats: 5 };
const updates: typeof reads = {
  raw: () =>
    new Promise((resolve, reject) => {
      const request = {
        organizationId,
        publicMetadata: patch,
        privateMetadata: undefined,
        etag: '',
        validateOnly: false,
      };
      stub.updateOrganizationMetadata(request, metadata, deadline(), (error, answer) => {
        if (error === null) resolve(answer.metadata?.etag);
        else reject(error);
      });
    }),
  face: async () =>
    (await client.organizations.updateOrganizationMetadata(organizationId, { publicMetadata: patch })).etag,
};

/** Makes the calls, so many at once, and gives the microseconds that each took. */
async function time(call: Call, atOnce: number): Promise<number> {
  let left = CALLS;
  const work = async () => {
    while ((left -= 1) >= 0) await call();
  };
  const started = performance.now();
  await Promise.all(Array.from({ length: atOnce }, work));
  return ((performance.now() - started) * 1000) / CALLS;
}

await client.organizations.replaceOrganizationMetadata(organizationId, { publicMetadata: makeDocument(1, 2000) });
for (const [what, calls] of Object.entries({ 'read of 2 KB': reads, update: updates })) {
  for (const atOnce of [1, 32]) {
    const rounds = { raw: [] as number[], face: [] as number[] };
    for (let round = 0; round <= ROUNDS; round += 1) {
      // Each is first in every other round.
      const order = round % 2 === 0 ? (['raw', 'face'] as const) : (['face', 'raw'] as const);
      for (const way of order) {
        const microseconds = await time(calls[way], atOnce);
        if (round > 0) rounds[way].push(microseconds);
      }
    }
    const ratios = rounds.face.map((face, round) => face / (rounds.raw[round] ?? NaN));
    const result = { raw: median(rounds.raw), face: median(rounds.face), ratio: median(ratios) };
    console.log(JSON.stringify({ what: `${what}, ${atOnce} at once`, ...result }));
  }
}
client.close();
stub.close();
