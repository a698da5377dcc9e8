import test from 'ava';
import { testPage } from './pages/test-page.js';

test('what docs/semantics.md has to paste gets the answers that it prints', async (t) => {
  const compared = await testPage(t, { file: 'docs/semantics.md', env: { ORGMETA_ANONYMOUS_FRONTEND: 'true' } });
  t.true((compared ?? 40) >= 40, `${compared ?? 0} answers`);
});

test("the README's first calls get the answers that it prints", async (t) => {
  const compared = await testPage(t, { file: 'README.md', section: 'First calls' });
  t.true((compared ?? 4) >= 4, `${compared ?? 0} answers`);
});
