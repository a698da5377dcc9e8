/**
 * Measures what the Java client's face costs over the generated blocking stub, with the real service:
 * `npm run build`, then `npx tsx --conditions=source bench/clients/java/run.ts`. A line of JSON is a comparison: `raw` and `face`
 * are calls a second, medians of rounds by turns, and `ratio` is raw over face. `rawGives` says what the stub is compared
 * for: `messages`, a call with a request that is ready (for an update) and the answer as it comes; or `maps`, the same
 * as the face gives, where the caller converts documents itself.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { buildJavaClient } from '../../../scripts/toolchain/build-java-client.js';
import { makeDataFolder, orgmeta, startService } from '../../../test/e2e/service.js';

const { classpath } = await buildJavaClient();
const { dataDir, remove } = await makeDataFolder();
try {
  const key = await orgmeta('keys', 'create', '--role', 'backend', '--data-dir', dataDir);
  const service = await startService({ dataDir });
  try {
    const options = process.argv.slice(2);
    const java = spawn('java', [...options, '-cp', classpath, 'bench/clients/java/Overhead.java'], {
      env: { ...process.env, ORGMETA_ADDRESS: service.address, ORGMETA_KEY: key },
      stdio: 'inherit',
    });
    const [code] = (await once(java, 'exit')) as [number | null];
    process.exitCode = code ?? 1;
  } finally {
    await service.stop();
  }
} finally {
  await remove();
}
