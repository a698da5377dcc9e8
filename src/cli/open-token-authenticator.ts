import { createTokenAuthenticator, type AuthenticateToken } from '../auth/jwt/token-authenticator.js';
import { KeySourceError } from '../auth/jwt/key-source-error.js';
import type { KeySource, KeySourceEvents } from '../auth/jwt/key-source.js';
import { watchKeyFile } from '../auth/jwt/watch-key-file.js';
import { watchKeyUrl } from '../auth/jwt/watch-key-url.js';
import type { Log } from '../telemetry/log.js';
import { CliError } from './cli-error.js';
import { isLoopbackHost } from './is-loopback.js';
import { SETTINGS, type Settings } from './settings.js';

/** What authenticates tokens while the service runs. */
export interface OpenTokenAuthenticator {
  readonly authenticateToken: AuthenticateToken;
  close(): void;
}

/**
 * Reads the keys of the token issuer, and follows them. A URL that does not answer is no error: it may come back.
 *
 * @throws CliError for a file that can't be used
 */
export async function openTokenAuthenticator(
  jwks: URL | string,
  settings: Settings,
  log: Log,
): Promise<OpenTokenAuthenticator> {
  const { jwtIssuer } = settings;
  if (jwtIssuer === undefined) throw new Error('a key set is set without its issuer');
  if (jwks instanceof URL && jwks.protocol === 'http:' && !isLoopbackHost(jwks.hostname)) {
    log.warn('the key set is read over http: whoever can change it on its way can call as anybody; use https');
  }
  const source = await openKeySource(jwks, settings, logEvents(log, settings));
  const authenticateToken = createTokenAuthenticator(source, {
    issuer: jwtIssuer,
    audiences: settings.jwtAudience,
    authorizedParties: settings.jwtAuthorizedParties,
    algorithms: settings.jwtAlgorithms,
    clockToleranceSeconds: settings.jwtClockToleranceSeconds,
    organizationClaim: settings.jwtOrganizationClaim,
    backendClaim: settings.jwtBackendClaim,
  });
  return {
    authenticateToken,
    close: () => {
      source.close();
    },
  };
}

async function openKeySource(
  jwks: URL | string,
  { jwtAlgorithms: algorithms }: Settings,
  events: KeySourceEvents,
): Promise<KeySource> {
  if (jwks instanceof URL) return watchKeyUrl(jwks, { algorithms, events });
  try {
    return await watchKeyFile(jwks, { algorithms, events });
  } catch (error) {
    if (!(error instanceof KeySourceError)) throw error;
    throw new CliError(1, `${SETTINGS.jwks.variable}: ${error.message}`, { cause: error });
  }
}

function logEvents(log: Log, { jwtAlgorithms: algorithms }: Settings): KeySourceEvents {
  let hasKeys = false;
  return {
    onLoad: (count) => {
      hasKeys = count > 0;
      if (hasKeys) log.info({ keys: count }, 'the key set of the token issuer was read');
      else {
        log.warn(
          { algorithms },
          `the key set of the token issuer holds no public key for ${SETTINGS.jwtAlgorithms.variable}: every token is refused`,
        );
      }
    },
    onProblem: ({ message: problem }) => {
      if (hasKeys)
        log.error({ problem }, 'the key set of the token issuer is passed over, and the keys in effect stay');
      else
        log.error(
          { problem },
          'the key set of the token issuer could not be read: every token is refused until it can',
        );
    },
  };
}
