import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { makeCertificate } from '../../test/tls/make-certificate.js';
import { runH2load } from '../load/h2load.js';
import { type Contender, takeTurns } from '../report/take-turns.js';
import type { Section } from '../section.js';
import { startService } from '../servers/start-service.js';
import type { Workspace } from '../workspace.js';
import { FRONTEND, FRONTEND_REQUEST, readBoth, type ReadService, startWithDocument } from './reads.js';

const PLAIN = 'in clear text, frontend read';

/** So high that no call is refused: what is measured is the counting. */
const RATE_LIMIT = '1000000';

/** What TLS and the rate limit cost a read of one 2 KB document, against the same service without them. */
export const measureDoor: Section = async ({ workspace, options, note }) => {
  const plain = await startWithDocument(workspace);
  const answerBytes = (await readBoth(plain))[FRONTEND].length;
  const secured = await restart(workspace, await startWithDocument(workspace), await writeTlsFiles(workspace));
  const limited = await restart(workspace, await startWithDocument(workspace), { ORGMETA_RATE_LIMIT: RATE_LIMIT });

  const read = (name: string, { server, data }: ReadService, tls = false): Contender => ({
    name,
    server,
    unit: 'calls/s',
    measure: () =>
      runH2load(workspace, {
        ...options,
        tls,
        port: server.port,
        path: FRONTEND,
        key: data.frontendKey,
        request: FRONTEND_REQUEST,
        answerBytes,
      }),
  });
  const measurements = await takeTurns(
    [
      read(PLAIN, plain),
      { ...read('with TLS, frontend read', secured, true), against: PLAIN },
      { ...read('with a rate limit, frontend read', limited), against: PLAIN },
    ],
    options.rounds,
    note,
  );
  await Promise.all([readBoth(plain), readBoth(limited)]);
  return measurements;
};

/** Starts a service anew on its data, with other settings. */
async function restart(
  workspace: Workspace,
  { server, data }: ReadService,
  env: Readonly<Record<string, string>>,
): Promise<ReadService> {
  await server.stop();
  return { server: await startService(workspace, data, { env }), data };
}

async function writeTlsFiles({ folder }: Workspace): Promise<Record<string, string>> {
  const { certificate, key } = makeCertificate('bench', { hosts: ['127.0.0.1'] });
  const files = { ORGMETA_TLS_CERT: path.join(folder, 'tls.crt'), ORGMETA_TLS_KEY: path.join(folder, 'tls.key') };
  await writeFile(files.ORGMETA_TLS_CERT, certificate);
  await writeFile(files.ORGMETA_TLS_KEY, key);
  return files;
}
