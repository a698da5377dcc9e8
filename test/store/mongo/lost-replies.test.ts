import test, { type ExecutionContext } from 'ava';
import { backendEtag } from '../../../src/domain/etag.js';
import { openMongoStore } from '../../../src/store/mongo/open-mongo-store.js';
import type { Store } from '../../../src/store/store.js';
import { withMongoServer } from '../../servers/with-mongo-server.js';
import { deletion, documentOfSize, invitation, membership, organization, replace, update } from '../make-change.js';
import { publicDocument, read, refusal } from '../read-record.js';
import { openTemporaryStore, untilAnswers } from './open-temporary-store.js';
import { startCuttingProxy, type CuttingProxy } from './start-cutting-proxy.js';

const invited = invitation('o', 'i');
const member = membership('o', 'u');

/** Where the database of a store is. */
const uris = new WeakMap<Store, string>();

function uriOf(store: Store): string {
  const uri = uris.get(store);
  if (uri === undefined) throw new Error('the store was opened elsewhere');
  return uri;
}

/** Two processes' stores on one database, of which the way of the second can be cut. */
async function openPair(
  t: ExecutionContext,
  uri: string,
): Promise<{ store: Store; cuttable: Store; proxy: CuttingProxy }> {
  const opened = await openTemporaryStore(t, uri);
  const proxy = await startCuttingProxy(t, opened.uri);
  const cuttable = openMongoStore(proxy.uri, { onDamage: () => undefined });
  await untilAnswers(cuttable);
  t.teardown(() => cuttable.close());
  uris.set(opened.store, opened.uri);
  return { store: opened.store, cuttable, proxy };
}

const STEPS = ['the claim', 'the merge', 'the finish', 'the tidying'];

withMongoServer(test, 'mongo-java-server', ({ uri }) => {
  for (const [index, step] of STEPS.entries()) {
    /** Leaves an acceptance by `u` that stopped after the step. */
    const stopAcceptance = async (t: ExecutionContext, invitedDocument = update({ a: 1, b: 2 })) => {
      const { store, cuttable, proxy } = await openPair(t, uri());
      await store.write(invited, invitedDocument);
      await store.write(member, update({ a: 0, c: 3 }, { p: 1 }));
      const stopped = proxy.cutAfter(index + 1, 'everything from here on');
      const accepting = t.throwsAsync(cuttable.accept(invited, 'u'));
      await stopped;
      t.is((await read(store, invited)).acceptedUserId, index < 2 ? undefined : 'u');
      return { store, accepting };
    };
    const checkAccepted = async (t: ExecutionContext, store: Store) => {
      t.deepEqual(await publicDocument(store, member), { a: 1, b: 2, c: 3 });
      t.is((await read(store, member)).revision, 2);
    };

    test(`an acceptance that stopped after ${step} is finished by another process's retry, once`, async (t) => {
      const { store, accepting } = await stopAcceptance(t);
      const record = await store.accept(invited, 'u');
      t.deepEqual(record.publicMetadata.json(), { a: 1, b: 2, c: 3 });
      await checkAccepted(t, store);
      t.like(await read(store, invited), { acceptedUserId: 'u', revision: 2 });
      await store.write(member, update({ a: 9 }));
      t.is((await store.accept(invited, 'u')).publicMetadata.json().a, 9);
      await accepting;
    });

    test(`an acceptance that stopped after ${step} is finished by whoever wants something else of the invitation`, async (t) => {
      const { store, accepting } = await stopAcceptance(t);
      await Promise.all([
        refusal(t, 'INVITATION_ALREADY_ACCEPTED', () => store.accept(invited, 'v')),
        refusal(t, 'INVITATION_ALREADY_ACCEPTED', () => store.write(invited, update({ b: 3 }))),
      ]);
      await checkAccepted(t, store);
      t.is(await store.get(membership('o', 'v')), undefined);
      await accepting;
    });

    test(`an acceptance that stopped after ${step} is finished before the invitation is deleted`, async (t) => {
      const { store, accepting } = await stopAcceptance(t);
      await store.delete(invited, deletion());
      await checkAccepted(t, store);
      t.is(await store.get(invited), undefined);
      await accepting;
    });
  }

  test('an acceptance that was begun and can not be finished is given up, and the invitation can be changed', async (t) => {
    const { store, cuttable, proxy } = await openPair(t, uri());
    await store.write(invited, update(documentOfSize(5000, 'a')));
    const stopped = proxy.cutAfter(1, 'everything from here on');
    const accepting = t.throwsAsync(cuttable.accept(invited, 'u'));
    await stopped;
    await store.write(member, update(documentOfSize(5000, 'b')));
    await store.write(invited, update({ a: 'short' }));
    t.is((await read(store, invited)).acceptedUserId, undefined);
    t.is((await read(store, member)).revision, 1);
    t.is((await store.accept(invited, 'u')).revision, 2);
    await accepting;
  });

  /** Leaves a claim of `u`, who has a membership that is too large for the invitation. */
  const leaveClaim = async (t: ExecutionContext) => {
    const { store, cuttable, proxy } = await openPair(t, uri());
    await store.write(invited, update(documentOfSize(5000, 'a')));
    const stopped = proxy.cutAfter(1, 'everything from here on');
    const accepting = t.throwsAsync(cuttable.accept(invited, 'u'));
    await stopped;
    await accepting;
    await store.write(member, update(documentOfSize(5000, 'b')));
    return store;
  };
  const openThroughProxy = async (t: ExecutionContext, store: Store) => {
    const proxy = await startCuttingProxy(t, uriOf(store));
    const other = openMongoStore(proxy.uri, { onDamage: () => undefined });
    await untilAnswers(other);
    t.teardown(() => other.close());
    return { other, proxy };
  };
  const checkOne = async (t: ExecutionContext, store: Store) => {
    t.is((await read(store, invited)).acceptedUserId, 'u');
    t.deepEqual(Object.keys(await publicDocument(store, member)).sort(), ['a', 'c']);
    t.is(await store.get(membership('o', 'v')), undefined);
    await refusal(t, 'INVITATION_ALREADY_ACCEPTED', () => store.accept(invited, 'v'));
    t.is((await store.accept(invited, 'u')).revision, (await read(store, member)).revision);
  };

  for (const [index, step] of ['abandoned', 'fenced off', 'taken away'].entries()) {
    test(`a claim that is being ${step} by one process, while it can be finished again in another, is accepted by one user`, async (t) => {
      const store = await leaveClaim(t);
      const { other, proxy } = await openThroughProxy(t, store);
      const held = proxy.hold(index + 1);
      const refused = refusal(t, 'INVITATION_ALREADY_ACCEPTED', () => other.accept(invited, 'v'));
      await held.reached;
      await store.write(member, replace({ c: 1 }));
      await store.accept(invited, 'u');
      held.release();
      await refused;
      await checkOne(t, store);
    });
  }

  test('a claim that is given up by one process after another has merged is accepted by one user', async (t) => {
    const store = await leaveClaim(t);
    const [first, second] = [await openThroughProxy(t, store), await openThroughProxy(t, store)];
    const abandoning = second.proxy.hold(1);
    const refused = refusal(t, 'INVITATION_ALREADY_ACCEPTED', () => second.other.accept(invited, 'v'));
    await abandoning.reached;
    await store.write(member, replace({ c: 1 }));
    const finishing = first.proxy.hold(2);
    const accepted = first.other.accept(invited, 'u');
    await finishing.reached;
    abandoning.release();
    await refused;
    finishing.release();
    t.deepEqual(Object.keys((await accepted).publicMetadata.json()).sort(), ['a', 'c']);
    await checkOne(t, store);
  });

  test('that a stale claim of another user is too large is not told to who accepts', async (t) => {
    const store = await leaveClaim(t);
    t.is((await store.accept(invited, 'small')).revision, 1);
    t.is((await read(store, invited)).acceptedUserId, 'small');
  });

  test('of many users who accept in two processes at once one is accepted, and merged once', async (t) => {
    const { store, cuttable } = await openPair(t, uri());
    await store.write(invited, update({ a: 1 }));
    const accepting = Array.from({ length: 24 }, (_, index) =>
      (index % 2 === 0 ? store : cuttable).accept(invited, `u${index % 6}`),
    );
    const results = await Promise.allSettled(accepting);
    const winner = (await read(store, invited)).acceptedUserId ?? '';
    t.deepEqual(
      results.map(({ status }) => status === 'fulfilled'),
      results.map((_, index) => `u${index % 6}` === winner),
    );
    t.is((await read(store, membership('o', winner))).revision, 1);
  });

  test('of writers in two processes none loses what another wrote', async (t) => {
    const { store, cuttable } = await openPair(t, uri());
    const writing = Array.from({ length: 40 }, (_, index) =>
      (index % 2 === 0 ? store : cuttable).write(member, update({ [`k${index}`]: index })),
    );
    await Promise.all(writing);
    t.is(Object.keys(await publicDocument(store, member)).length, 40);
    t.is((await read(store, member)).revision, 40);
  });

  test('a write whose reply was lost is recognised, and neither done twice nor called a mismatch', async (t) => {
    const { store, cuttable, proxy } = await openPair(t, uri());
    const owner = organization('o');
    let etag = '0';
    for (let count = 1; count <= 12; count += 1) {
      const lost = proxy.cutAfter(1, 'this reply');
      const { record } = await cuttable.write(owner, update({ count }, undefined, { etag }));
      await lost;
      t.is(record.revision, count);
      t.is(backendEtag(await read(store, owner)), backendEtag(record));
      etag = backendEtag(record);
    }
    t.deepEqual(await publicDocument(store, owner), { count: 12 });
  });

  test('a deletion whose reply was lost has deleted, and does not say that there was nothing', async (t) => {
    const { store, cuttable, proxy } = await openPair(t, uri());
    for (const force of [false, true]) {
      await store.write(organization('o'), update({ a: 1 }));
      if (force) await store.write(member, update({ a: 1 }));
      const lost = proxy.cutAfter(1, 'this reply');
      await cuttable.delete(organization('o'), deletion({ force }));
      await lost;
      t.is(await store.get(organization('o')), undefined);
    }
  });

  test('a write whose outcome nobody can tell says so, and reads say that the database is not there', async (t) => {
    const { store, cuttable, proxy } = await openPair(t, uri());
    const lost = proxy.cutAfter(1, 'everything from here on');
    const writing = refusal(t, 'WRITE_OUTCOME_UNKNOWN', () => cuttable.write(member, update({ a: 1 })));
    await lost;
    await Promise.all([
      writing,
      refusal(t, 'STORE_UNAVAILABLE', () => cuttable.get(member)),
      refusal(t, 'STORE_UNAVAILABLE', () => cuttable.check()),
      refusal(t, 'STORE_UNAVAILABLE', () => cuttable.list({ kind: 'membership', pageSize: 1, maxBytes: 1000 })),
    ]);
    t.deepEqual(await publicDocument(store, member), { a: 1 });
  });
});
