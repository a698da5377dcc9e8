import { randomBytes } from 'node:crypto';
import test, { type ExecutionContext } from 'ava';
import { MongoClient } from 'mongodb';
import { E2eClient, type Json, type Outcome } from '../e2e/client.js';
import { createKey } from '../e2e/keys.js';
import { makeDataFolder, startService, type RunningService } from '../e2e/service.js';
import { watchHealth } from '../e2e/watch-health.js';
import { withMongoServer } from '../servers/with-mongo-server.js';
import { startCuttingProxy } from '../store/mongo/start-cutting-proxy.js';

/** The writes of an acceptance, in their order. */
const WRITES = ['the claim', 'the merge', 'the finish', 'the tidying'];
const MERGE = 2;

/** A process that outlives the others, and what they all share. */
interface Survivor {
  readonly uri: string;
  readonly dataDir: string;
  readonly key: string;
  readonly call: E2eClient['call'];
  /** The way to the database past all services. */
  readonly database: MongoClient;
  stop(): Promise<void>;
}

withMongoServer(test, 'mongo-java-server', ({ uri }) => {
  let started: Survivor | undefined;
  const survivor = () => {
    if (started === undefined) throw new Error('the service has not started');
    return started;
  };
  test.serial.before('start the process that stays', async () => {
    started = await startSurvivor(uri());
  });
  test.serial.after.always('end it', () => started?.stop());

  for (const [index, write] of WRITES.entries()) {
    for (const isApplied of [false, true]) {
      for (const isMember of [false, true]) {
        const when = isApplied ? `after ${write} was done, and before it was told` : `before ${write}`;
        const who = isMember ? 'a member' : 'somebody who is no member yet';
        test.serial(
          `an acceptance by ${who} whose process is killed ${when} is finished by another, exactly once`,
          async (t) => {
            const { call, database } = survivor();
            const organizationId = `org-${index}-${isApplied ? 'after' : 'before'}-${isMember ? 'member' : 'new'}`;
            const invitation = { organizationId, invitationId: 'i' };
            const membership = { organizationId, userId: 'u' };
            const publicMetadata = { role: 'admin' };
            await succeed(call('updateOrganizationInvitationMetadata', { ...invitation, publicMetadata }));
            if (isMember) {
              const before = { ...membership, publicMetadata: { role: 'guest', since: 1 } };
              await succeed(call('updateOrganizationMembershipMetadata', before));
            }
            const accept = { ...invitation, userId: 'u' };

            await killWhileAccepting(t, survivor(), accept, { write: index + 1, isApplied });

            const isMerged = index + 1 > MERGE || (index + 1 === MERGE && isApplied);
            // A second merge would undo this.
            const promoted = { ...membership, publicMetadata: { role: 'owner' } };
            if (isMerged) await succeed(call('updateOrganizationMembershipMetadata', promoted));
            const { metadata } = await succeed(call('acceptOrganizationInvitation', accept));
            const again = await succeed(call('acceptOrganizationInvitation', accept));
            const read = await succeed(call('getOrganizationMembershipMetadata', membership));
            t.deepEqual((metadata as Json).publicMetadata, {
              ...(isMember && { since: 1 }),
              role: isMerged ? 'owner' : 'admin',
            });
            t.deepEqual(again.metadata, metadata);
            t.deepEqual(read.metadata, metadata);
            t.like(await call('acceptOrganizationInvitation', { ...invitation, userId: 'v' }), {
              error: { code: 'FAILED_PRECONDITION', reason: 'INVITATION_ALREADY_ACCEPTED' },
            });
            t.like(await succeed(call('getOrganizationInvitationMetadata', invitation)), {
              metadata: { acceptedUserId: 'u' },
            });
            const revisions = await readRevisions(database, organizationId);
            t.deepEqual(revisions, { invitation: 2, membership: 1 + Number(isMember) + Number(isMerged) });
          },
        );
      }
    }
  }
});

async function startSurvivor(serverUri: string): Promise<Survivor> {
  const cleanUp: (() => unknown)[] = [];
  const stop = async () => {
    for (const undo of cleanUp.reverse()) await undo();
  };
  try {
    const uri = new URL(`/orgmeta-killed-${randomBytes(6).toString('hex')}`, serverUri).href;
    const database = new MongoClient(uri);
    cleanUp.push(async () => {
      await database.db().dropDatabase();
      await database.close();
    });
    const { dataDir, remove } = await makeDataFolder();
    cleanUp.push(remove);
    const key = await createKey(dataDir, { role: 'backend' });
    const service = await startService({ dataDir, env: { MONGODB_URI: uri } });
    cleanUp.push(() => service.stop('SIGKILL'));
    const client = await connect(service);
    cleanUp.push(() => {
      client.close();
    });
    const call: E2eClient['call'] = (rpc, request, options) => client.call(rpc, request, { key, ...options });
    return { uri, dataDir, key, call, database, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Has a process of its own accept an invitation, and kills it when one of the writes is on its way, or its reply. */
async function killWhileAccepting(
  t: ExecutionContext,
  { uri, dataDir, key }: Survivor,
  accept: Json,
  { write, isApplied }: { readonly write: number; readonly isApplied: boolean },
): Promise<void> {
  const proxy = await startCuttingProxy(t, uri);
  const service = await startService({ dataDir, env: { MONGODB_URI: proxy.uri } });
  t.teardown(() => service.stop('SIGKILL'));
  const client = await connect(service);
  t.teardown(() => {
    client.close();
  });
  const reached = isApplied ? proxy.withholdReply(write) : proxy.hold(write).reached;
  const accepting = client.call('acceptOrganizationInvitation', accept, { key });
  await reached;
  await service.stop('SIGKILL');
  t.true('error' in (await accepting), 'nobody was told that the invitation is accepted');
}

/** Waits until a service has reached its database. */
async function connect({ address }: RunningService): Promise<E2eClient> {
  const health = watchHealth(address);
  await health.until('SERVING');
  health.close();
  return new E2eClient(address);
}

async function succeed(outcome: Promise<Outcome>): Promise<Json> {
  const settled = await outcome;
  if ('answer' in settled) return settled.answer;
  throw new Error(`${settled.error.code}: ${settled.error.message}`);
}

/** How often each of an organization's two records was written, as the database has it. */
async function readRevisions(database: MongoClient, organizationId: string) {
  const revisionOf = async (collection: string, id: string) => {
    const documents = database.db().collection<{ _id: string; revision: number }>(collection);
    return (await documents.findOne({ _id: `${organizationId}/${id}` }))?.revision;
  };
  return {
    invitation: await revisionOf('organization_invitation_metadata', 'i'),
    membership: await revisionOf('organization_membership_metadata', 'u'),
  };
}
