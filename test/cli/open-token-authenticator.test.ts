import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import test from 'ava';
import { CliError } from '../../src/cli/cli-error.js';
import { openTokenAuthenticator } from '../../src/cli/open-token-authenticator.js';
import { readSettings } from '../../src/cli/read-settings.js';
import { SETTINGS } from '../../src/cli/settings.js';
import { makeTemporaryFolder } from '../auth/temporary-folder.js';
import { putFile } from '../tls/put-file.js';
import { createWrittenLog } from '../telemetry/written-log.js';

test('of a key set that held no key and then can not be read, nothing is said to stay in effect', async (t) => {
  const jwks = join(await makeTemporaryFolder(t), 'jwks.json');
  await putFile(jwks, '{"keys":[]}');
  const { log, written } = await createWrittenLog('info');
  const settings = readSettings(SETTINGS, {}, { ORGMETA_JWKS: jwks, ORGMETA_JWT_ISSUER: 'https://issuer.example' });
  const tokens = await openTokenAuthenticator(jwks, settings, log);
  t.teardown(() => {
    tokens.close();
  });
  t.regex(written(), /holds no public key for ORGMETA_JWT_ALGORITHMS: every token is refused/);
  await putFile(jwks, '{');
  while (!written().includes('"level":"error"')) await delay(20);
  t.regex(written(), /could not be read: every token is refused until it can/);
  t.notRegex(written(), /in effect stay/);
  await t.throwsAsync(openTokenAuthenticator(jwks, settings, log), {
    instanceOf: CliError,
    message: /^ORGMETA_JWKS: the key set /,
  });
});
