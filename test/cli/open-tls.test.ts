import { setTimeout as delay } from 'node:timers/promises';
import test, { type ExecutionContext } from 'ava';
import { CliError } from '../../src/cli/cli-error.js';
import { openTls } from '../../src/cli/open-tls.js';
import { readSettings } from '../../src/cli/read-settings.js';
import { SETTINGS } from '../../src/cli/settings.js';
import { makeCertificate } from '../tls/make-certificate.js';
import { putFile } from '../tls/put-file.js';
import { makeTlsFolder, type TlsFolder } from '../tls/tls-folder.js';
import { createWrittenLog } from '../telemetry/written-log.js';

const past = new Date(Date.now() - 3_600_000);
const future = new Date(Date.now() + 3_600_000);

/** Opens the files of a folder, with a client CA, and gives what the log has of them. */
async function open(t: ExecutionContext, folder: TlsFolder) {
  const { log, written } = await createWrittenLog('info');
  const settings = readSettings(SETTINGS, {}, variablesOf(folder));
  const tls = await openTls(settings, log);
  t.teardown(() => tls?.close());
  const lines = () =>
    written()
      .split('\n')
      .filter((line) => line !== '');
  const until = async (message: string) => {
    for (;;) {
      const found = lines().find((line) => line.includes(`"msg":"${message}"`));
      if (found !== undefined) return JSON.parse(found) as unknown;
      await delay(20);
    }
  };
  return { tls, lines, until };
}

function variablesOf({ certificatePath, keyPath, authorityPath }: TlsFolder) {
  return {
    ORGMETA_TLS_CERT: certificatePath,
    ORGMETA_TLS_KEY: keyPath,
    ORGMETA_TLS_CLIENT_CA: authorityPath,
  };
}

const FILES = [
  { variable: 'ORGMETA_TLS_CERT', file: 'certificatePath' },
  { variable: 'ORGMETA_TLS_KEY', file: 'keyPath' },
  { variable: 'ORGMETA_TLS_CLIENT_CA', file: 'authorityPath' },
] as const;

for (const { variable, file } of FILES) {
  test(`what is wrong with the file of ${variable} names it, at start and later on`, async (t) => {
    const folder = await makeTlsFolder(t);
    const { tls, until } = await open(t, folder);
    const inEffect = tls?.current();
    await putFile(folder[file], '');
    const problem = new RegExp(`^${variable}: the TLS .* holds no `);
    const line = (await until('the TLS files are passed over, and those in effect stay')) as { problem: string };
    t.regex(line.problem, problem);
    t.is(tls?.current(), inEffect);
    await t.throwsAsync(open(t, folder), { instanceOf: CliError, message: problem });
  });
}

test("a client CA that isn't an authority's ends a start, and later on those in effect stay", async (t) => {
  const folder = await makeTlsFolder(t);
  const { tls, until } = await open(t, folder);
  const inEffect = tls?.current();
  await putFile(folder.authorityPath, makeCertificate('client', { issuer: folder.authority }).certificate);
  const problem =
    /^ORGMETA_TLS_CLIENT_CA: .* holds a certificate that isn't an authority's \(CN=client, signed by CN=test authority\)/;
  const line = (await until('the TLS files are passed over, and those in effect stay')) as { problem: string };
  t.regex(line.problem, problem);
  t.is(tls?.current(), inEffect);
  await t.throwsAsync(open(t, folder), { instanceOf: CliError, message: problem });
});

for (const { title, validity, line } of [
  {
    title: 'that has expired',
    validity: { validTo: past },
    line: { msg: 'an authority of the TLS client CA has expired', valid_until: past },
  },
  {
    title: 'that is not valid yet',
    validity: { validFrom: future },
    line: { msg: 'an authority of the TLS client CA is not valid yet', valid_from: future },
  },
]) {
  test(`an authority ${title} is taken, with a warning, at start and later on`, async (t) => {
    const expected = { ...line, level: 'warn', subject: 'CN=old' };
    const times = Object.entries(expected).map(([name, value]) => [
      name,
      value instanceof Date ? `${value.toISOString().slice(0, 19)}.000Z` : value,
    ]);
    const folder = await makeTlsFolder(t);
    const { until } = await open(t, folder);
    const old = makeCertificate('old', { authority: true, ...validity });
    await putFile(folder.authorityPath, folder.authority.certificate + old.certificate);
    t.like(await until(line.msg), Object.fromEntries(times) as object);
    const { lines } = await open(t, folder);
    t.is(lines().length, 1, 'of the other authority nothing is said');
    t.like(JSON.parse(lines()[0] ?? ''), Object.fromEntries(times) as object);
  });
}
