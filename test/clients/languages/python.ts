import { PYTHON } from '../../../scripts/toolchain/need.js';
import type { ClientLanguage } from '../client-language.js';
import { makePythonEnvironment } from '../python/python-environment.js';

export const python = withFace('Python');
export const pythonAsyncio = withFace('Python (asyncio)', '--asyncio');

function withFace(name: string, ...args: string[]): ClientLanguage {
  return {
    name,
    needs: [PYTHON],
    async runner() {
      const environment = await makePythonEnvironment();
      return environment.python('clients/python/scenario/main.py', ...args);
    },
  };
}
