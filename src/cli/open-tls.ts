import type { TlsFiles, TlsPaths } from '../rpc/tls/read-tls-files.js';
import { TlsFilesError } from '../rpc/tls/tls-files-error.js';
import { watchTlsFiles, type WatchedTlsFiles } from '../rpc/tls/watch-tls-files.js';
import type { Log } from '../telemetry/log.js';
import { CliError } from './cli-error.js';
import type { Settings } from './settings.js';

/**
 * Reads the files of TLS, and follows them; undefined if none are set. The log says what is wrong with them later on, and
 * warns of a certificate whose time is over.
 *
 * @throws CliError with everything that is wrong with them now
 */
export async function openTls(settings: Settings, log: Log): Promise<WatchedTlsFiles | undefined> {
  const { tlsCert: certificate, tlsKey: key, tlsClientCa: clientCa } = settings;
  if (certificate === undefined || key === undefined) return undefined;
  const paths: TlsPaths = { certificate, key, clientCa };
  try {
    const watched = await watchTlsFiles(paths, {
      onLoad: (files) => {
        log.info({ valid_until: new Date(files.own.validTo) }, 'the TLS files were read again');
        warnOfTime(files, log);
      },
      onProblem: ({ message }) => {
        log.error({ problem: message }, 'the TLS files are passed over, and those in effect stay');
      },
    });
    warnOfTime(watched.current(), log);
    return watched;
  } catch (error) {
    if (error instanceof TlsFilesError) throw new CliError(1, summarize(error.faults), { cause: error });
    throw error;
  }
}

function summarize(faults: readonly string[]): readonly string[] {
  return faults.length === 1 ? faults : ["TLS can't be set up:", ...faults.map((fault) => `  ${fault}`)];
}

function warnOfTime({ own }: TlsFiles, log: Log): void {
  const validFrom = new Date(own.validFrom);
  const validTo = new Date(own.validTo);
  const now = new Date();
  if (now < validFrom) log.warn({ valid_from: validFrom }, 'the TLS certificate is not valid yet');
  if (now > validTo) log.warn({ valid_until: validTo }, 'the TLS certificate has expired');
}
