import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { randomUUID } from 'node:crypto';
import test from 'ava';
import { PROJECT } from '../../checks/run-program.js';
import { startForClient } from '../../clients/start-for-client.js';
import { startGateway } from '../../gateway/start-gateway.js';
import { checkAnswer } from './check-answer.js';
import { readBlocks } from './read-blocks.js';

const PAGE = 'docs/gateway.md';

/** What starts a server, asks Clerk or installs something, and what needs the token of an issuer, can't be pasted here. */
const ELSEWHERE = /npx orgmeta|npm install|\$TOKEN/;

test('what docs/gateway.md has to paste into curl gets the answers that it prints', async (t) => {
  const { address, backendKey } = await startForClient(t, { ORGMETA_ANONYMOUS_FRONTEND: 'true' });
  const gateway = await startGateway(t, { ORGMETA_UPSTREAM: address });
  const markdown = await readFile(path.join(PROJECT, PAGE), 'utf8');
  const blocks = readBlocks(markdown).filter(({ commands }) => !ELSEWHERE.test(commands));
  const end = randomUUID();
  // No meter of progress; and an answer that is an error is one of the block.
  const script = [
    'exec 2>&1',
    'curl() { command curl -sS --fail-with-body "$@"; }',
    ...blocks.map(({ commands }) => `${commands}\necho "${end} $?"`),
  ]
    .join('\n')
    .replaceAll('om_sk_…', backendKey)
    .replaceAll('http://127.0.0.1:8080', gateway.url);
  const output = await new Promise<string>((resolve) => {
    execFile('sh', ['-c', script], (_error, stdout) => {
      resolve(stdout);
    });
  });
  const outputs = output.split(new RegExp(`${end} (\\d+)\n`));
  for (const [index, block] of blocks.entries()) {
    const pasted = { output: outputs[2 * index] ?? '', code: Number(outputs[2 * index + 1] ?? -1) };
    checkAnswer(t, PAGE, block, pasted);
  }
  t.true(blocks.length >= 4, `${blocks.length} blocks`);
  t.true(blocks.some(({ answer }) => answer !== undefined));
});
