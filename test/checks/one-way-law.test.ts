import test from 'ava';
import { ESLint } from 'eslint';
import { PROJECT } from './run-program.js';

/** Lints a text as if it were a file of the project, and returns the rules that it breaks with the line of each. */
async function lint(filePath: string, text: string): Promise<string[]> {
  const [result] = await eslint.lintText(text, { filePath });
  return (result?.messages ?? []).map(({ line, ruleId, message }) => `${line} ${ruleId ?? message}`);
}

const eslint = new ESLint({ cwd: PROJECT });

// Each is linted in the place of a file that exists: the linter knows the types of no other.
const cases: { title: string; filePath: string; text: string; rule: string }[] = [
  {
    title: 'domain may not import store',
    filePath: 'src/domain/merge.ts',
    text: "import type { Store } from '../store/store.js';\nexport type Kept = Store;\n",
    rule: 'import-x/no-restricted-paths',
  },
  {
    title: 'domain may not hand on what struct exports',
    filePath: 'src/domain/merge.ts',
    text: "export { StructFault } from '#struct';\n",
    rule: 'import-x/no-restricted-paths',
  },
  {
    title: 'domain may not know the generated code',
    filePath: 'src/domain/merge.ts',
    text: "import { ErrorReason } from '../../gen/ts/orgmeta/v1/error_reason.js';\nexport const reason = ErrorReason;\n",
    rule: 'import-x/no-restricted-paths',
  },
  {
    title: 'auth may not load store at run time',
    filePath: 'src/auth/caller.ts',
    text: "export const store = () => import('../store/store.js');\n",
    rule: 'import-x/no-restricted-paths',
  },
  {
    title: 'store may not speak the wire',
    filePath: 'src/store/store.ts',
    text: "import { ErrorReason } from '../../gen/ts/orgmeta/v1/error_reason.js';\nexport const reason = ErrorReason;\n",
    rule: 'import-x/no-restricted-paths',
  },
  {
    title: 'cli may not know a store by name',
    filePath: 'src/cli/start-service.ts',
    text: "import { openLmdbStore } from '../store/lmdb/open-lmdb-store.js';\nexport const open = openLmdbStore;\n",
    rule: 'import-x/no-restricted-paths',
  },
  {
    title: 'the gateway may know nothing of the server',
    filePath: 'src/gateway/route.ts',
    text: "import { LIMITS } from '../rpc/limits.js';\nexport const limits = LIMITS;\n",
    rule: 'import-x/no-restricted-paths',
  },
  {
    title: 'only store/mongo may use the driver of MongoDB',
    filePath: 'src/store/lmdb/keys.ts',
    text: "import { MongoClient } from 'mongodb';\nexport const Client = MongoClient;\n",
    rule: 'no-restricted-imports',
  },
  {
    title: 'only store/lmdb may use the database driver',
    filePath: 'src/store/store.ts',
    text: "import { open } from 'lmdb';\nexport const database = open;\n",
    rule: 'no-restricted-imports',
  },
  {
    title: 'only cli may read the environment',
    filePath: 'src/domain/merge.ts',
    text: 'export const home = process.env;\n',
    rule: 'no-restricted-properties',
  },
  {
    title: 'no promise may be left floating',
    filePath: 'src/domain/merge.ts',
    text: 'const later = () => Promise.resolve();\nexport function start(): void {\n  later();\n}\n',
    rule: '@typescript-eslint/no-floating-promises',
  },
];

for (const { title, filePath, text, rule } of cases) {
  test(`the linter holds the law: ${title}`, async (t) => {
    const line = rule.includes('promises') ? 3 : 1;
    t.deepEqual(await lint(filePath, text), [`${line} ${rule}`]);
  });
}

test('the linter lets a room import what it may', async (t) => {
  const text = "import type { Kind } from '../domain/owner.js';\nexport type Kept = Kind;\n";
  t.deepEqual(await lint('src/store/store.ts', text), []);
});
