import { isDeepStrictEqual } from 'node:util';
import type { ExecutionContext, TestFn } from 'ava';
import { declareCases } from '../declare-cases.js';
import type { Case, CredentialName, Saved, Step } from './case.js';
import type { E2eClient, Json, Outcome } from './client.js';

/** What the cases are run against. */
export interface Target {
  /** The client for the next call; successive calls may go to different processes. */
  readonly client: () => E2eClient;
  /** Where its processes listen, for frontends alone as well: any of them answers a frontend's read. */
  readonly addresses: readonly string[];
  readonly keys: Readonly<Record<Exclude<CredentialName, 'none'>, string>>;
}

/**
 * Declares a test for each case. After each, the service still answers.
 *
 * @param name names the store that is behind the service.
 * @param skips why a case can't run on that store, by its title.
 */
export function runCases(
  test: TestFn,
  name: string,
  cases: readonly Case[],
  target: () => Target,
  skips: Readonly<Record<string, string>> = {},
): void {
  const run = async (t: ExecutionContext, steps: readonly Step[]) => {
    const answers: Record<string, Json> = {};
    for (const [index, step] of steps.entries()) await runStep(t, target(), step, index, answers);
    const { client, keys } = target();
    const alive = await client().call(
      'batchGetOrganizationMetadata',
      { organizationIds: ['alive'] },
      { key: keys.backend },
    );
    t.true('answer' in alive, `the service answers the next call: ${JSON.stringify(alive)}`);
  };
  declareCases(test, {
    name,
    cases: cases.map(({ title, steps }) => ({ title, run: (t) => run(t, steps) })),
    skips,
  });
}

async function runStep(
  t: ExecutionContext,
  { client, keys }: Target,
  step: Step,
  index: number,
  answers: Record<string, Json>,
): Promise<void> {
  const as = step.as ?? 'backend';
  const ask = () =>
    client().call(step.call, resolve(step.request ?? {}, answers), {
      ...(as !== 'none' && { key: keys[as] }),
      ...step.options,
    });
  let outcome = await ask();
  for (let tries = 1; tries < (step.tries ?? 1) && !isAnswer(outcome, step.answer); tries += 1) outcome = await ask();
  const where = `step ${index + 1}, ${step.call} as ${as}`;
  if (step.error !== undefined) {
    if (!('error' in outcome)) return t.fail(`${where}: an error was expected; got ${JSON.stringify(outcome.answer)}`);
    const { message, ...rest } = step.error;
    t.like(outcome.error, rest, where);
    if (message !== undefined) t.regex(outcome.error.message, message, where);
    t.true(outcome.error.detailsBytes <= 4096, `${where}: the details fit into 4 KiB`);
    return;
  }
  if (!('answer' in outcome)) return t.fail(`${where}: ${JSON.stringify(outcome.error)}`);
  if (step.save !== undefined) answers[step.save] = outcome.answer;
  const expected = resolve(step.answer ?? {}, answers);
  t.deepEqual(project(outcome.answer, expected), expected, where);
}

/** Tells whether an outcome is an answer that needs no other answers to be known. */
function isAnswer(outcome: Outcome, expected: Step['answer']): boolean {
  return 'answer' in outcome && isDeepStrictEqual(project(outcome.answer, expected), expected);
}

function resolve(value: Json | ((saved: Saved) => Json), answers: Saved): Json {
  return typeof value === 'function' ? value(answers) : value;
}

const WHOLE = new Set(['publicMetadata', 'privateMetadata']);

/** Reduces an answer to the members that are expected of it; documents are compared whole. */
function project(actual: unknown, expected: unknown): unknown {
  if (Array.isArray(actual) && Array.isArray(expected) && actual.length === expected.length) {
    return actual.map((element, index) => project(element, expected[index]));
  }
  if (!isObject(actual) || !isObject(expected)) return actual;
  return Object.fromEntries(
    Object.keys(expected)
      .filter((key) => key in actual)
      .map((key) => [key, WHOLE.has(key) ? actual[key] : project(actual[key], expected[key])]),
  );
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);
}
