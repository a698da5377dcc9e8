/**
 * Measures what the Python client's faces cost over the generated stubs, with the real service: `npm run build`, then
 * `npx tsx --conditions=source bench/clients/python/run.ts`. It prints a line of JSON for each comparison: see overhead.py.
 */
import { makePythonEnvironment } from '../../../test/clients/python/python-environment.js';
import { makeDocument } from '../../documents.js';
import { runOverhead } from '../run-overhead.js';

const environment = await makePythonEnvironment();
await runOverhead(environment.python('bench/clients/python/overhead.py'), JSON.stringify(makeDocument(1, 2048)));
