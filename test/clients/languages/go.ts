import { GO } from '../../../scripts/toolchain/need.js';
import { buildGo } from '../build-go.js';
import type { ClientLanguage } from '../client-language.js';

export const go: ClientLanguage = {
  name: 'Go',
  needs: [GO],
  runner: async () => [await buildGo('clients/go/internal/scenario')],
};
