export default {
  files: ['test/**/*.test.ts'],
  extensions: { ts: 'module' },
  nodeArguments: ['--import=tsx', '--conditions=source'],
  // Worker threads can't load tsx on Node 20, and LMDB wants a process of its own.
  workerThreads: false,
  timeout: '2m',
};
