/**
 * Measures what the Go client's face costs over the generated stub, with the real service: `npm run build`, then
 * `npx tsx --conditions=source bench/clients/go/run.ts`. See main.go for what it prints.
 */
import { buildGo } from '../../../test/clients/build-go.js';
import { runOverhead } from '../run-overhead.js';

await runOverhead([await buildGo('bench/clients/go')]);
