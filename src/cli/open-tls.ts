import type { X509Certificate } from 'node:crypto';
import { toOneLine } from '../rpc/tls/parse-authorities.js';
import type { TlsFiles, TlsPaths } from '../rpc/tls/read-tls-files.js';
import { TlsFilesError, type TlsFault, type TlsFile } from '../rpc/tls/tls-files-error.js';
import { watchTlsFiles, type WatchedTlsFiles } from '../rpc/tls/watch-tls-files.js';
import type { Log } from '../telemetry/log.js';
import { CliError } from './cli-error.js';
import { SETTINGS, type Settings } from './settings.js';

const VARIABLES: Readonly<Record<TlsFile, string>> = {
  certificate: SETTINGS.tlsCert.variable,
  key: SETTINGS.tlsKey.variable,
  clientCa: SETTINGS.tlsClientCa.variable,
};

/**
 * Reads the files of TLS, and follows them; undefined if none are set. The log says what is wrong with them later on, and
 * warns of a certificate that has expired, be it the service's or an authority's.
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
      onProblem: ({ faults }) => {
        log.error(
          { problem: faults.map(describe).join('; ') },
          'the TLS files are passed over, and those in effect stay',
        );
      },
    });
    warnOfTime(watched.current(), log);
    return watched;
  } catch (error) {
    if (error instanceof TlsFilesError) throw new CliError(1, summarize(error.faults), { cause: error });
    throw error;
  }
}

function describe({ file, problem }: TlsFault): string {
  return `${VARIABLES[file]}: ${problem}`;
}

function summarize(faults: readonly TlsFault[]): readonly string[] {
  const told = faults.map(describe);
  return told.length === 1 ? told : ["TLS can't be set up:", ...told.map((fault) => `  ${fault}`)];
}

function warnOfTime({ own, authorities }: TlsFiles, log: Log): void {
  const now = new Date();
  const warn = ({ validFrom, validTo }: X509Certificate, name: string, fields: object) => {
    const [from, until] = [new Date(validFrom), new Date(validTo)];
    if (now < from) log.warn({ ...fields, valid_from: from }, `${name} is not valid yet`);
    if (now > until) log.warn({ ...fields, valid_until: until }, `${name} has expired`);
  };
  warn(own, 'the TLS certificate', {});
  for (const authority of authorities) {
    warn(authority, 'an authority of the TLS client CA', { subject: toOneLine(authority.subject) });
  }
}
