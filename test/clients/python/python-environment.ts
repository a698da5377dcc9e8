import path from 'node:path';
import { buildCached } from '../../../scripts/toolchain/build-cached.js';
import type { CommandLine } from '../../../scripts/toolchain/need.js';

/** Where the client is, and its tools are declared. */
export const CLIENT = path.resolve('clients/python');

/** A virtual environment with what the client runs on and is checked by, and the wheels of the former. */
export interface PythonEnvironment {
  /** Runs Python with the client's source as it is in the project. Nothing is compiled into the project's folders. */
  python(...args: string[]): CommandLine;
  /** The folder of the wheels that the client runs on, for an environment without the project. */
  readonly wheels: string;
}

/** Makes the environment of the pinned versions, unless there is one already. */
export async function makePythonEnvironment(): Promise<PythonEnvironment> {
  const pip = ['built/bin/python', '-m', 'pip', '--quiet', '--disable-pip-version-check'] as const;
  const built = await buildCached('python-client', path.join(CLIENT, 'development'), [
    ['python3', '-m', 'venv', 'built'],
    [...pip, 'install', '-r', 'requirements.txt'],
    [...pip, 'download', '--dest', 'built/wheels', '-r', 'runtime.txt'],
  ]);
  return {
    python: (...args) => [
      'env',
      `PYTHONPATH=${path.join(CLIENT, 'src')}`,
      'PYTHONDONTWRITEBYTECODE=1',
      path.join(built, 'bin/python'),
      ...args,
    ],
    wheels: path.join(built, 'wheels'),
  };
}
