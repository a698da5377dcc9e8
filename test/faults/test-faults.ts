import test, { type ExecutionContext } from 'ava';
import type { Json, Outcome } from '../e2e/client.js';
import { withMongoServer, type DatabaseServer } from '../servers/with-mongo-server.js';
import { callWithDeadline } from './call-with-deadline.js';
import { readDocument, untilWritten } from './read-document.js';
import { startChains, dropAnswersOfWrites } from './start-chains.js';
import { startFaultyService, type FaultyService } from './start-faulty-service.js';

/** How long the service may take to recover, in milliseconds. */
const RECOVERY_MS = 5000;

/** How much later than its deadline a call may end, beyond what an undisturbed call takes, in milliseconds. */
const LATENESS_MS = 100;

const UNAVAILABLE = { code: 'UNAVAILABLE', reason: 'STORE_UNAVAILABLE' };

/** Declares what the service does while its database is troubled. One after the other: all trouble the same service. */
export function testFaults(name: DatabaseServer): void {
  withMongoServer(
    test,
    name,
    ({ uri, process: serverProcess }) => {
      let started: FaultyService | undefined;
      const service = () => {
        if (started === undefined) throw new Error('the service has not started');
        return started;
      };
      const undisturbed = async () => {
        await service().proxy.heal();
        await service().health.until('SERVING');
        return service();
      };
      test.serial.before('start the service, without its database', async () => {
        started = await startFaultyService(uri());
      });
      test.serial.after.always('end the service', () => started?.stop());

      test.serial(`${name}: a service starts without its database, says so, and serves once it is there`, async (t) => {
        const { health, call } = service();
        await health.until('NOT_SERVING');
        await refuses(t, service(), 'before');
        t.like(await call('listOrganizationMetadata', { pageToken: 'abc' }), { error: UNAVAILABLE });
        await recovers(t, service());
      });

      test.serial(`${name}: a database that is lost is told to callers and health, and picked up again`, async (t) => {
        const { proxy, health } = await undisturbed();
        await proxy.refuse();
        await health.until('NOT_SERVING');
        await refuses(t, service(), 'lost');
        await recovers(t, service());
      });

      test.serial(
        `${name}: writes that the loss of the database meets are answered by what became of them`,
        async (t) => {
          const { proxy, call } = await undisturbed();
          const owner = { organizationId: 'org-loss' };
          const keys = Array.from({ length: 60 }, (_, n) => `k${n}`);
          const outcomes = Promise.all(
            keys.map((key) => call('updateOrganizationMetadata', { ...owner, publicMetadata: { [key]: 1 } })),
          );
          await untilWritten(service(), 'org-loss');
          await proxy.refuse();
          const answers = await outcomes;
          await recovers(t, service());
          const { publicMetadata, revision } = await readDocument(service(), 'org-loss');
          for (const [index, outcome] of answers.entries()) {
            const isThere = Object.hasOwn(publicMetadata, keys[index] ?? '');
            const reason = 'error' in outcome ? outcome.error.reason : 'done';
            if (reason === 'done') t.true(isThere);
            else if (reason === 'STORE_UNAVAILABLE') t.false(isThere);
            else t.is(reason, 'WRITE_OUTCOME_UNKNOWN');
          }
          t.is(revision, Object.keys(publicMetadata).length, 'each was written once');
        },
      );

      if (name !== 'MongoDB') {
        test.serial(`${name}: while the database is frozen, deadlines are kept and no call hangs`, async (t) => {
          const { health, call } = await undisturbed();
          const healthy = await callWithDeadline(t, service(), 'GetOrganizationMetadata', 10_000);
          t.is(healthy.status, '5');
          serverProcess()?.kill('SIGSTOP');
          try {
            for (const rpc of ['GetOrganizationMetadata', 'UpdateOrganizationMetadata']) {
              const { status, tookMs } = await callWithDeadline(t, service(), rpc, 700);
              t.is(status, '4');
              t.true(tookMs > 600 && tookMs < 700 + LATENESS_MS + healthy.tookMs, `took ${tookMs} ms`);
            }
            const [read, written] = await Promise.all([
              call('getOrganizationMetadata', { organizationId: 'org-frozen' }),
              call('updateOrganizationMetadata', { organizationId: 'org-frozen', publicMetadata: { a: 1 } }),
            ]);
            t.like(read, { error: UNAVAILABLE });
            t.like(written, { error: UNAVAILABLE }, 'it had not been read yet, so nothing was written');
            await health.until('NOT_SERVING');
          } finally {
            serverProcess()?.kill('SIGCONT');
          }
          await recovers(t, service());
          t.like(await call('getOrganizationMetadata', { organizationId: 'org-frozen' }), {
            error: { code: 'NOT_FOUND' },
          });
        });
      }

      test.serial(`${name}: while the database is slow, calls wait for it, until their deadline`, async (t) => {
        const { proxy, call } = await undisturbed();
        const healthy = await callWithDeadline(t, service(), 'GetOrganizationMetadata', 10_000);
        await proxy.delay(400);
        const { status, tookMs } = await callWithDeadline(t, service(), 'GetOrganizationMetadata', 200);
        t.is(status, '4');
        t.true(tookMs > 150 && tookMs < 200 + LATENESS_MS + healthy.tookMs, `took ${tookMs} ms`);
        succeed(t, await call('updateOrganizationMetadata', { organizationId: 'org-slow', publicMetadata: { a: 1 } }));
        await recovers(t, service());
      });

      test.serial(`${name}: writes whose replies are lost are done, once, and their callers told so`, async (t) => {
        const chains = startChains(await undisturbed(), 'org-cut');
        await untilWritten(service(), 'org-cut-0');
        const hidden = await dropAnswersOfWrites(service(), chains);
        t.true(hidden.length > 0, 'some were done and their callers not told');
        // Cuts what has no answer yet, and lets through what is sent again.
        await service().proxy.heal();
        for (const { id } of hidden) chains.stopAfter(id);
        const ended = await chains.end();
        for (const { id, confirmed, refusal } of ended) {
          const { revision } = await readDocument(service(), id);
          t.is(revision, confirmed, `${id}, which ended with ${String(refusal)}`);
          t.true(refusal === undefined || refusal === 'STORE_UNAVAILABLE', refusal);
        }
        for (const { id, confirmed } of hidden) {
          t.true((ended.find((chain) => chain.id === id)?.confirmed ?? 0) > confirmed, `${id} was told`);
        }
        await recovers(t, service());
      });

      test.serial(
        `${name}: writes whose replies are lost for long are of unknown outcome, and nothing else`,
        async (t) => {
          const chains = startChains(await undisturbed(), 'org-unknown');
          await untilWritten(service(), 'org-unknown-0');
          const hidden = await dropAnswersOfWrites(service(), chains);
          t.true(hidden.length > 0, 'some were done and their callers not told');
          const ended = await chains.end();
          await recovers(t, service());
          for (const { id, confirmed, refusal } of ended) {
            const { revision } = await readDocument(service(), id);
            if (refusal === 'STORE_UNAVAILABLE') t.is(revision, confirmed);
            else t.is(refusal, 'WRITE_OUTCOME_UNKNOWN');
            t.true(revision === confirmed || revision === confirmed + 1, `${id} was written ${revision} times`);
          }
          for (const { id } of hidden) t.is(ended.find((chain) => chain.id === id)?.refusal, 'WRITE_OUTCOME_UNKNOWN');
        },
      );
    },
    ['toxiproxy'],
  );
}

/** Holds a service whose database is away to what it says to callers. */
async function refuses(t: ExecutionContext, { call }: FaultyService, id: string): Promise<void> {
  const owner = { organizationId: `org-${id}` };
  for (const outcome of [
    await call('getOrganizationMetadata', owner),
    await call('updateOrganizationMetadata', { ...owner, publicMetadata: { a: 1 } }),
  ]) {
    t.like(outcome, { error: UNAVAILABLE });
    t.true('error' in outcome && outcome.error.retryAfterSeconds !== undefined, 'it says when to try again');
  }
}

/** Ends the trouble, and holds the service to its recovery. */
async function recovers(t: ExecutionContext, { proxy, health, call }: FaultyService): Promise<void> {
  await proxy.heal();
  const healed = performance.now();
  await health.until('SERVING');
  const request = { organizationId: 'org-recovers', publicMetadata: { healed } };
  let outcome = await call('updateOrganizationMetadata', request);
  while ('error' in outcome && performance.now() < healed + RECOVERY_MS) {
    outcome = await call('updateOrganizationMetadata', request);
  }
  t.true('answer' in outcome, JSON.stringify(outcome));
  const tookMs = performance.now() - healed;
  t.true(tookMs < RECOVERY_MS, `took ${tookMs} ms`);
  t.log(`recovered in ${tookMs.toFixed(0)} ms`);
}

function succeed(t: ExecutionContext, outcome: Outcome): Json {
  if ('answer' in outcome) return outcome.answer;
  t.fail(JSON.stringify(outcome.error));
  throw new Error('the call failed');
}
