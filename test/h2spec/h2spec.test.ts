import { Server, ServerCredentials } from '@grpc/grpc-js';
import test, { type ExecutionContext } from 'ava';
import { declareMissing } from '../declare-missing.js';
import { startService, makeDataFolder } from '../e2e/service.js';
import { findMissingNeed } from '../servers/find-missing-need.js';
import { makeTlsFolder, type TlsFolder } from '../tls/tls-folder.js';
import { parseReport, runH2spec, type H2specReport } from './run-h2spec.js';

/** Fewer would be another h2spec than the one that is pinned. */
const CASES = 145;

/**
 * How often what failed is run again: some ten cases pass or fail by chance on any server of Node's, when an answer and the end
 * of its stream cross what is sent. One is only worse if it passes there and fails here each time.
 */
const ROUNDS = 8;

const missing = findMissingNeed('h2spec');

for (const tls of [false, true]) {
  const title = `no case of h2spec that passes on a bare grpc-js server fails on the service${tls ? ', over TLS' : ''}`;
  if (missing !== undefined) {
    declareMissing(`${title}: can't run: ${missing} is not installed here`, 'with CI=true it must run');
    continue;
  }
  test(title, async (t) => {
    t.timeout(300_000, 'a build may come first');
    const files = tls ? await makeTlsFolder(t) : undefined;
    const bare = { address: await startBareServer(t, files), tls };
    const ours = { address: await startOurs(t, files), tls };
    const [ofBare, ofOurs] = await Promise.all([runH2spec(t, bare), runH2spec(t, ours)]);
    t.log(`a bare grpc-js server: ${count(ofBare)}`);
    t.log(`the service: ${count(ofOurs)}`);
    t.is(ofBare.size, CASES);
    t.is(ofOurs.size, CASES);
    let worse = findWorse(ofBare, ofOurs);
    for (let round = 0; worse.length > 0 && round < ROUNDS; round += 1) {
      const numbers = worse.map(({ number }) => number);
      const [bareAgain, oursAgain] = [await runH2spec(t, bare, numbers), await runH2spec(t, ours, numbers)];
      const still = new Set(findWorse(bareAgain, oursAgain).map(({ name }) => name));
      const chance = worse.filter(({ name }) => !still.has(name));
      for (const { name } of chance) t.log(`passes or fails by chance: ${name}`);
      worse = worse.filter(({ name }) => still.has(name));
    }
    t.deepEqual(worse, []);
  });
}

test('a report of h2spec tells what passed, failed and was skipped', (t) => {
  const xml = `<testsuite><testcase package="generic/1" classname="Opens" time="0.1"></testcase>
    <testcase package="generic/1" classname="Closes" time="0.1"><error>GOAWAY
    Frame</error></testcase>
    <testcase package="http2/4" classname="Sends" time="0"><failure/></testcase>
    <testcase package="http2/5" classname="Waits" time="0"><skipped></skipped></testcase></testsuite>`;
  t.deepEqual(
    [...parseReport(xml)],
    [
      ['generic/1: Opens', { number: 'generic/1/1', went: 'passed' }],
      ['generic/1: Closes', { number: 'generic/1/2', went: 'failed' }],
      ['http2/4: Sends', { number: 'http2/4/1', went: 'failed' }],
      ['http2/5: Waits', { number: 'http2/5/1', went: 'skipped' }],
    ],
  );
});

async function startOurs(t: ExecutionContext, files: TlsFolder | undefined): Promise<string> {
  const { dataDir, remove } = await makeDataFolder();
  t.teardown(remove);
  const env = files && { ORGMETA_TLS_CERT: files.certificatePath, ORGMETA_TLS_KEY: files.keyPath };
  const service = await startService({ dataDir, ...(env && { env }) });
  t.teardown(() => service.stop('SIGKILL'));
  return service.address;
}

/** Starts a server of grpc-js with no options and no services. */
async function startBareServer(t: ExecutionContext, files: TlsFolder | undefined): Promise<string> {
  const server = new Server();
  t.teardown(() => {
    server.forceShutdown();
  });
  const pair = files && [
    { private_key: Buffer.from(files.server.key), cert_chain: Buffer.from(files.server.certificate) },
  ];
  const security = pair ? ServerCredentials.createSsl(null, pair) : ServerCredentials.createInsecure();
  const port = await new Promise<number>((resolve, reject) => {
    server.bindAsync('127.0.0.1:0', security, (error, bound) => {
      if (error === null) resolve(bound);
      else reject(error);
    });
  });
  return `127.0.0.1:${port}`;
}

/** The cases that pass on the bare server and not on ours. */
function findWorse(bare: H2specReport, ours: H2specReport): { name: string; number: string }[] {
  return [...bare]
    .filter(([name, { went }]) => went === 'passed' && ours.get(name)?.went !== 'passed')
    .map(([name, { number }]) => ({ name, number }));
}

function count(report: H2specReport): string {
  const number = (of: string) => [...report.values()].filter(({ went }) => went === of).length;
  return `${number('passed')} of ${report.size} passed, ${number('skipped')} skipped, ${number('failed')} failed`;
}
