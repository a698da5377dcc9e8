import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import test from 'ava';
import { KeySourceError } from '../../../src/auth/jwt/key-source-error.js';
import { createTokenAuthenticator } from '../../../src/auth/jwt/token-authenticator.js';
import { watchKeyFile } from '../../../src/auth/jwt/watch-key-file.js';
import { makeTemporaryFolder } from '../temporary-folder.js';
import { createSigningKey, formatKeySet, signToken } from './issuer.js';
import { clerk } from './provider-tokens.js';

const first = await createSigningKey('key-1');
const second = await createSigningKey('key-2');
const { rules, claims } = clerk;

test('a file of keys is read again when it changes, and one that is damaged keeps the last good keys', async (t) => {
  const path = join(await makeTemporaryFolder(t), 'jwks.json');
  const put = async (text: string) => {
    await writeFile(`${path}.put`, text);
    await rename(`${path}.put`, path);
  };
  await put(formatKeySet([first]));
  let tell: (event: string) => void = () => undefined;
  const nextEvent = () => new Promise<string>((resolve) => (tell = resolve));
  const source = await watchKeyFile(path, {
    algorithms: ['RS256'],
    events: {
      onLoad: (count) => {
        tell(`loaded ${count}`);
      },
      onProblem: ({ message }) => {
        tell(message);
      },
    },
  });
  // The watcher keeps no process alive, and a test that waits for it must.
  const alive = setInterval(() => undefined, 60_000);
  t.teardown(() => {
    clearInterval(alive);
    source.close();
  });
  const authenticate = createTokenAuthenticator(source, rules);
  const token = (key: typeof first) => signToken(key, claims(Date.now()));
  t.is((await authenticate(await token(first))).role, 'frontend');

  let event = nextEvent();
  await put('{"keys":[');
  t.regex(await event, /written in part/);
  t.is((await authenticate(await token(first))).role, 'frontend');

  event = nextEvent();
  await put(formatKeySet([second]));
  t.is(await event, 'loaded 1');
  t.is((await authenticate(await token(second))).role, 'frontend');
  await t.throwsAsync(async () => authenticate(await token(first)), { message: /key that is not known/ });
});

test('a file that is missing, or is no key set, is an error at start', async (t) => {
  const path = join(await makeTemporaryFolder(t), 'jwks.json');
  const options = {
    algorithms: ['RS256'] as const,
    events: { onLoad: () => undefined, onProblem: () => undefined },
  };
  await t.throwsAsync(watchKeyFile(path, options), { instanceOf: KeySourceError, message: /does not exist/ });
  await writeFile(path, '[]');
  await t.throwsAsync(watchKeyFile(path, options), { instanceOf: KeySourceError, message: /no JSON Web Key Set/ });
});
