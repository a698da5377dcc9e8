import test from 'ava';
import { findMissing } from '../../scripts/toolchain/need.js';
import { withMongoServer } from '../servers/with-mongo-server.js';
import type { ClientLanguage } from './client-language.js';
import { go } from './languages/go.js';
import { java } from './languages/java.js';
import { python, pythonAsyncio } from './languages/python.js';
import { shell } from './languages/shell.js';
import { typescript } from './languages/typescript.js';
import { runScenario, type Transcript } from './run-scenario.js';

/** All must agree with the first, step by step. */
const LANGUAGES: readonly ClientLanguage[] = [typescript, go, python, pythonAsyncio, java, shell];

declareFor('the embedded store', () => ({}));
withMongoServer(test, 'mongo-java-server', ({ uri }) => {
  declareFor('MongoDB', (index) => ({ MONGODB_URI: `${uri()}scenario-${index}` }));
});

function declareFor(store: string, env: (index: number) => Readonly<Record<string, string>>): void {
  let first: Transcript | undefined;
  for (const [index, language] of LANGUAGES.entries()) {
    const missing = findMissing(language.needs);
    const title = `${language.name} takes every step of the scenario, on ${store}`;
    if (missing !== undefined && process.env.CI !== 'true') {
      test.skip(`${title}: can't run: ${missing} is not installed here`, (t) => t.fail());
      continue;
    }
    test.serial(title, async (t) => {
      t.timeout(300_000, 'a build may come first');
      const transcript = await runScenario(t, language, env(index));
      first ??= transcript;
      for (const [step, outcome] of transcript) t.deepEqual(outcome, first.get(step), `${language.name}: ${step}`);
      t.log(`${transcript.size} steps taken, all as ${LANGUAGES[0]?.name ?? 'nobody'} has them`);
    });
  }
}
