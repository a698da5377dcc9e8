/**
 * Measures what the Go client's face costs over the generated stub, with the real service: `npm run build`, then
 * `npx tsx --conditions=source bench/clients/go/run.ts`. See main.go for what it prints.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { buildGo } from '../../../test/clients/build-go.js';
import { makeDataFolder, orgmeta, startService } from '../../../test/e2e/service.js';

const program = await buildGo('bench/clients/go');
const { dataDir, remove } = await makeDataFolder();
try {
  const key = await orgmeta('keys', 'create', '--role', 'backend', '--data-dir', dataDir);
  const service = await startService({ dataDir });
  try {
    const bench = spawn(program, {
      env: { ...process.env, ORGMETA_ADDRESS: service.address, ORGMETA_KEY: key },
      stdio: 'inherit',
    });
    const [code] = (await once(bench, 'exit')) as [number | null];
    process.exitCode = code ?? 1;
  } finally {
    await service.stop();
  }
} finally {
  await remove();
}
