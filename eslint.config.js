import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import importX, { createNodeResolver } from 'eslint-plugin-import-x';
import tseslint from 'typescript-eslint';

/** The rooms of src, and what each may import besides itself: the one-way law. */
const rooms = {
  domain: [],
  files: [],
  turns: [],
  struct: ['domain'],
  store: ['domain', 'struct'],
  transfer: ['domain', 'struct', 'store'],
  auth: ['domain', 'files'],
  telemetry: [],
  wire: ['domain', 'struct', 'store', 'auth'],
  rpc: ['domain', 'files', 'struct', 'store', 'auth', 'wire', 'telemetry', 'turns'],
  // The codec checks the documents of a request where the answer can name the place in them.
  gateway: ['struct', 'telemetry', 'turns'],
  cli: ['domain', 'files', 'struct', 'store', 'transfer', 'auth', 'wire', 'telemetry', 'rpc', 'gateway'],
};

const roomZones = Object.entries(rooms).map(([room, allowed]) => ({
  target: `./src/${room}`,
  from: './src',
  except: [room, ...allowed].map((name) => `./${name}`),
  message: `src/${room} may import only ${[room, ...allowed].join(', ')}.`,
}));

/** Other rooms know a store by its interface. */
const storeZones = [
  'domain',
  'files',
  'turns',
  'struct',
  'transfer',
  'auth',
  'telemetry',
  'wire',
  'rpc',
  'gateway',
  'cli',
].map((room) => ({
  target: `./src/${room}`,
  from: ['./src/store/lmdb', './src/store/mongo'],
  message: 'Outside src/store, no store is known by name: see src/store/open-store.ts.',
}));

/** Generated code is for the rooms that speak the wire; the embedded store has a format of its own. */
const genZones = [
  ...['domain', 'files', 'turns', 'struct', 'transfer', 'auth', 'telemetry', 'cli'].map((room) => ({
    target: `./src/${room}`,
    from: './gen',
  })),
  { target: './src/store', from: './gen', except: ['./ts/orgmeta/storage'] },
];

/** Names that only one room may use: a driver, or the process that cli alone owns. */
const only = (paths, message) => ['error', { paths: paths.map((name) => ({ name, message })) }];

export default tseslint.config(
  { ignores: ['gen', '**/dist', 'data', 'coverage', '.cache', '**/target'] },
  js.configs.recommended,
  tseslint.configs.strictTypeChecked,
  tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    plugins: { 'import-x': importX },
    rules: {
      '@typescript-eslint/no-floating-promises': [
        'error',
        { allowForKnownSafeCalls: [{ from: 'package', name: ['TestFn'], package: 'ava' }] },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      eqeqeq: 'error',
    },
  },
  {
    files: ['src/**/*.ts'],
    settings: {
      // Finds the `.ts` file behind a `.js` import; an import that can't be found is not held to any law.
      'import-x/resolver-next': [
        createNodeResolver({
          extensionAlias: { '.js': ['.ts', '.js'] },
          conditionNames: ['source', 'import', 'default'],
        }),
      ],
    },
    rules: {
      'import-x/no-restricted-paths': [
        'error',
        { basePath: import.meta.dirname, zones: [...roomZones, ...storeZones, ...genZones] },
      ],
    },
  },
  {
    files: ['src/**/*.ts'],
    ignores: ['src/store/lmdb/**', 'src/store/mongo/**'],
    rules: { 'no-restricted-imports': only(['lmdb', 'mongodb'], 'A driver is for the one store that it is of.') },
  },
  {
    files: ['src/store/lmdb/**'],
    rules: { 'no-restricted-imports': only(['mongodb'], 'Only src/store/mongo talks to MongoDB.') },
  },
  {
    files: ['src/store/mongo/**'],
    rules: { 'no-restricted-imports': only(['lmdb'], 'Only src/store/lmdb talks to LMDB.') },
  },
  {
    files: ['src/**/*.ts'],
    ignores: ['src/cli/**'],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'Only src/cli reads the environment.' },
        { object: 'process', property: 'argv', message: 'Only src/cli reads the arguments.' },
      ],
    },
  },
  {
    // An interface can be declared further by a program that uses the client, and a type can't.
    files: ['clients/typescript/src/metadata-types.ts'],
    rules: { '@typescript-eslint/consistent-indexed-object-style': 'off' },
  },
  { files: ['**/*.js'], extends: [tseslint.configs.disableTypeChecked] },
  prettier,
);
