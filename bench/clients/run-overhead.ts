import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { CommandLine } from '../../scripts/toolchain/need.js';
import { makeDataFolder, orgmeta, startService } from '../../test/e2e/service.js';

/**
 * Runs a program that measures a client, with `ORGMETA_ADDRESS` and `ORGMETA_KEY` of a backend for a service of its own.
 *
 * @param input is what it reads from its stdin
 */
export async function runOverhead([program, ...args]: CommandLine, input = ''): Promise<void> {
  const { dataDir, remove } = await makeDataFolder();
  try {
    const key = await orgmeta('keys', 'create', '--role', 'backend', '--data-dir', dataDir);
    const service = await startService({ dataDir });
    try {
      const env = { ...process.env, ORGMETA_ADDRESS: service.address, ORGMETA_KEY: key };
      const child = spawn(program, args, { env, stdio: ['pipe', 'inherit', 'inherit'] });
      child.stdin.end(input);
      const [code] = (await once(child, 'exit')) as [number | null];
      process.exitCode = code ?? 1;
    } finally {
      await service.stop();
    }
  } finally {
    await remove();
  }
}
