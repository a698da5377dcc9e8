import config from './ava.config.js';

/** The attacks at full size, alone, as measurements: `npm run test:soak`. */
export default {
  ...config,
  files: ['test/faults/abuse/**/*.test.ts'],
  environmentVariables: { ORGMETA_SOAK: '1' },
  timeout: '8m',
};
