import { readFile } from 'node:fs/promises';
import test from 'ava';
import prettier from 'prettier';
import { GATEWAY_SETTINGS } from '../../src/cli/gateway-settings.js';
import { insertSettingsTable, renderSettingsTable } from '../../src/cli/render-settings-table.js';
import { SETTINGS } from '../../src/cli/settings.js';

for (const [name, table] of Object.entries({ settings: SETTINGS, 'gateway settings': GATEWAY_SETTINGS })) {
  test(`the table of ${name} in README.md is the one that the code has`, async (t) => {
    const readme = await readFile('README.md', 'utf8');
    t.true(readme === insertSettingsTable(readme, table, name), 'README.md is stale; run "npm run generate"');
  });
}

test('the table names every setting, and stands as Prettier would have it', async (t) => {
  const table = renderSettingsTable(SETTINGS);
  t.is(await prettier.format(table, { parser: 'markdown' }), `${table}\n`);
  for (const { variable, flag, description } of Object.values(SETTINGS)) {
    t.true(table.includes(`| \`${variable}\` `));
    t.true(table.includes(`| \`--${flag}\` `));
    t.true(table.includes(description));
  }
});

test('the table marks the variables that must not be empty', (t) => {
  const marked = renderSettingsTable(GATEWAY_SETTINGS).match(/`ORGMETA_\w+` ¹/g);
  t.deepEqual(marked, ['`ORGMETA_UPSTREAM_TLS` ¹', '`ORGMETA_UPSTREAM_CA` ¹']);
});

test('only what stands between the two comments is replaced, and a second time changes nothing', (t) => {
  const document = '# Title\n\n<!-- settings -->\nstale text\n<!-- /settings -->\n\nMore.\n';
  const written = insertSettingsTable(document, SETTINGS);
  t.true(written.startsWith('# Title\n\n<!-- settings -->\n\n| Variable'));
  t.true(written.endsWith(' |\n\n<!-- /settings -->\n\nMore.\n'));
  t.false(written.includes('stale'));
  t.is(insertSettingsTable(written, SETTINGS), written);
});

for (const document of [
  '# Title\n',
  '<!-- settings -->\n',
  '<!-- /settings -->\n<!-- settings -->\n',
  '<!-- settings --><!-- /settings --><!-- settings --><!-- /settings -->',
]) {
  test(`a document without the two comments is refused: ${JSON.stringify(document)}`, (t) => {
    t.throws(() => insertSettingsTable(document, SETTINGS), { message: /there must be one line/ });
  });
}
