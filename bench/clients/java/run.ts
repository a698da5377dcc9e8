/**
 * Measures what the Java client's face costs over the generated blocking stub, with the real service:
 * `npm run build`, then `npx tsx --conditions=source bench/clients/java/run.ts`. A line of JSON is a comparison: `raw` and `face`
 * are microseconds a call, medians of rounds by turns, and `ratio` is face over raw. `rawGives` says what the stub is compared
 * for: `messages`, a call with a request that is ready (for an update) and the answer as it comes; or `maps`, the same
 * as the face gives, where the caller converts documents itself.
 */
import { buildJavaClient } from '../../../scripts/toolchain/build-java-client.js';
import { runOverhead } from '../run-overhead.js';

const { classpath } = await buildJavaClient();
const options = process.argv.slice(2);
await runOverhead(['java', ...options, '-cp', classpath, 'bench/clients/java/Overhead.java']);
