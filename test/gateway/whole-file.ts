import test, { type ExecutionContext } from 'ava';

const ends: (() => unknown)[] = [];

/** Stands for all tests of a file: what is started for all of them is ended after the last, what came last first. */
export const wholeFile = {
  teardown: (end: () => unknown) => {
    ends.unshift(end);
  },
} as Pick<ExecutionContext, 'teardown'>;

test.after.always('what was started for all tests is ended', async () => {
  for (const end of ends) await end();
});
