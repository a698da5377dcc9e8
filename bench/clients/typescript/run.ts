/**
 * Measures what the TypeScript client costs over the generated stub, with the real service: `npm run build`, then
 * `npx tsx --conditions=source bench/clients/typescript/run.ts`. It prints a line of JSON for each comparison: see overhead.ts.
 */
import { runOverhead } from '../run-overhead.js';

const program = ['--import=tsx', '--conditions=source', 'bench/clients/typescript/overhead.ts'];
await runOverhead([process.execPath, ...program]);
