import { setTimeout as delay } from 'node:timers/promises';
import test from 'ava';
import { NotSent } from '../../../src/store/mongo/failures.js';
import { Gate } from '../../../src/store/mongo/gate.js';
import { OwnerQueue } from '../../../src/store/mongo/owner-queue.js';
import { organization } from '../make-change.js';

/** How long what is under test may wait, and how long a command takes, in milliseconds. */
const WAIT_MS = 200;
const COMMAND_MS = 50;

/** Far more commands than can be done in time, at 64 at once. */
const COMMANDS = 2000;

/** The ways in which work waits for work before it, and how much of it can be done in time. */
const ways: { title: string; count: number; open: () => (work: () => Promise<unknown>) => Promise<unknown> }[] = [
  {
    title: 'commands',
    count: COMMANDS,
    open() {
      const gate = new Gate(WAIT_MS);
      return (work) => gate.run(work);
    },
  },
  {
    title: 'writes of one record',
    count: 40,
    open() {
      const queue = new OwnerQueue(WAIT_MS);
      return (work) => queue.run(organization('o'), work);
    },
  },
];

for (const { title, count, open } of ways) {
  test(`of more ${title} than the database takes, those that wait too long are not sent, whatever it replies to`, async (t) => {
    const run = open();
    const sent: number[] = [];
    const outcomes = await Promise.allSettled(
      Array.from({ length: count }, (_, index) =>
        run(async () => {
          sent.push(index);
          await delay(COMMAND_MS);
        }),
      ),
    );
    const done = outcomes.flatMap(({ status }, index) => (status === 'fulfilled' ? [index] : []));
    t.deepEqual(sent, done, 'what gave up was never sent, and the others in their order');
    t.true(done.length > 0 && done.length < count);
    for (const outcome of outcomes) {
      t.true(outcome.status === 'fulfilled' || outcome.reason instanceof NotSent);
    }
    t.is(await run(() => Promise.resolve('done')), 'done', 'nothing is left that the next would wait for');
  });
}
