/**
 * Measures what the Python client's faces cost over the generated stubs: `npx tsx --conditions=source bench/clients/python/run.ts`. It needs
 * `ORGMETA_ADDRESS` and `ORGMETA_KEY` of a backend, and prints a line of JSON for each comparison: see overhead.py.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { makePythonEnvironment } from '../../../test/clients/python/python-environment.js';
import { makeDocument } from '../../documents.js';

const environment = await makePythonEnvironment();
const [program, ...args] = environment.python('bench/clients/python/overhead.py');
const child = spawn(program, args, { stdio: ['pipe', 'inherit', 'inherit'] });
child.stdin.end(JSON.stringify(makeDocument(1, 2048)));
const [code] = (await once(child, 'exit')) as [number | null];
process.exitCode = code ?? 1;
