import type { ClientLanguage } from '../client-language.js';

export const typescript: ClientLanguage = {
  name: 'TypeScript',
  needs: [],
  runner() {
    const program = ['--import=tsx', '--conditions=source', 'clients/typescript/scenario/run-steps.ts'];
    return Promise.resolve([process.execPath, ...program]);
  },
};
