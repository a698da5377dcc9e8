import { LOG_LEVELS, type LogLevel } from '../telemetry/log.js';
import { JWT_SETTINGS } from './jwt-settings.js';
import { parseAddress } from './parse-address.js';
import { parseRateLimit } from './parse-rate-limit.js';
import type { Setting, ValuesOf } from './setting.js';
import { TLS_SETTINGS } from './tls-settings.js';
import { toAbsolute } from './to-absolute.js';

/**
 * The one table of settings. Flags, environment, `--help`, the table of README.md and the report of faults come from it.
 */
export const SETTINGS = {
  address: {
    variable: 'ORGMETA_ADDRESS',
    flag: 'address',
    placeholder: '<address>',
    parse: parseAddress,
    expected: 'host:port, [IPv6]:port (port 0 takes a free one) or unix:PATH (107 bytes at most)',
    default: '127.0.0.1:50051',
    description: 'Where to listen: host:port, [IPv6]:port (port 0 takes a free one) or unix:PATH (107 bytes at most)',
  },
  frontendAddress: {
    variable: 'ORGMETA_FRONTEND_ADDRESS',
    flag: 'frontend-address',
    placeholder: '<address>',
    parse: parseAddress,
    expected: 'host:port, [IPv6]:port (port 0 takes a free one) or unix:PATH (107 bytes at most)',
    default: undefined,
    defaultText: 'none',
    description: 'Where to listen as well, for frontends: FrontendMetadata alone is served there',
  },
  ...TLS_SETTINGS,
  dataDir: {
    variable: 'ORGMETA_DATA_DIR',
    flag: 'data-dir',
    placeholder: '<folder>',
    parse: parsePath,
    expected: 'a folder',
    default: './data',
    description: 'The folder of the embedded store',
  },
  mongodbUri: {
    variable: 'MONGODB_URI',
    flag: 'mongodb-uri',
    placeholder: '<uri>',
    parse: parseMongodbUri,
    expected: 'a connection string: mongodb://HOSTS/DATABASE or mongodb+srv://HOST/DATABASE',
    default: undefined,
    defaultText: 'the embedded store',
    description: 'Keeps the metadata in this MongoDB database (4.4 or later) instead of the embedded store',
    secret: true,
  },
  keysFile: {
    variable: 'ORGMETA_KEYS_FILE',
    flag: 'keys-file',
    placeholder: '<file>',
    parse: parsePath,
    expected: 'a file',
    default: undefined,
    defaultText: 'keys.json in the data folder',
    neverEmpty: true,
    description: 'The file of the API keys, which is read again whenever it changes',
  },
  ...JWT_SETTINGS,
  anonymousFrontend: {
    variable: 'ORGMETA_ANONYMOUS_FRONTEND',
    flag: 'anonymous-frontend',
    placeholder: '[boolean]',
    parse: parseBoolean,
    expected: 'true or false',
    default: 'false',
    description: 'Lets callers without a credential read public metadata of organizations and invitations, by exact id',
  },
  rateLimit: {
    variable: 'ORGMETA_RATE_LIMIT',
    flag: 'rate-limit',
    placeholder: '<calls[:burst]>',
    parse: parseRateLimit,
    expected: 'calls a second, such as 50, or with how many may come at once, such as 50:200',
    default: undefined,
    defaultText: 'none: no limit',
    neverEmpty: true,
    description: 'How many calls a second each credential may make, or each address without one, and how many at once',
  },
  reflection: {
    variable: 'ORGMETA_REFLECTION',
    flag: 'reflection',
    placeholder: '[boolean]',
    parse: parseBoolean,
    expected: 'true or false',
    default: 'true',
    neverEmpty: true,
    description: 'Serves reflection, by which grpcurl and other tools learn the API; it needs no credential',
  },
  logLevel: {
    variable: 'ORGMETA_LOG_LEVEL',
    flag: 'log-level',
    placeholder: '<level>',
    parse: oneOf<LogLevel>(LOG_LEVELS),
    expected: listOf(LOG_LEVELS),
    default: 'info',
    description: `The least that is logged: ${listOf(LOG_LEVELS)}`,
  },
  logFormat: {
    variable: 'ORGMETA_LOG_FORMAT',
    flag: 'log-format',
    placeholder: '<format>',
    parse: oneOf(['auto', 'json', 'pretty'] as const),
    expected: 'auto, json or pretty',
    default: 'auto',
    description: 'How the log on stderr is written: json, pretty, or auto, which is pretty on a terminal',
  },
  drainSeconds: {
    variable: 'ORGMETA_DRAIN_SECONDS',
    flag: 'drain-seconds',
    placeholder: '<seconds>',
    parse: parseSeconds,
    expected: 'a number of seconds from 0 to 3600',
    default: '10',
    description: 'How long calls under way may take to finish after SIGTERM or SIGINT',
  },
} satisfies Record<string, Setting<unknown>>;

export type Settings = ValuesOf<typeof SETTINGS>;

/** The settings that the commands about keys take. */
export const KEYS_SETTINGS = { dataDir: SETTINGS.dataDir, keysFile: SETTINGS.keysFile };

/** The settings of the commands that move records. */
export const STORE_SETTINGS = { dataDir: SETTINGS.dataDir, mongodbUri: SETTINGS.mongodbUri };

export type KeysSettings = ValuesOf<typeof KEYS_SETTINGS>;

/** Says where the keys file is: an absolute path. */
export function keysFilePath({ dataDir, keysFile }: KeysSettings): string {
  return toAbsolute(keysFile ?? `${dataDir.replace(/\/+$/, '')}/keys.json`);
}

export function parsePath(text: string): string | undefined {
  return text === '' || text.includes('\0') ? undefined : text;
}

/** Checks what can be seen without the driver: a scheme, and hosts between credentials and database. */
function parseMongodbUri(text: string): string | undefined {
  return /^mongodb(\+srv)?:\/\/([^/?#]*@)?[^/?#@,]+(,[^/?#@,]+)*(\/[^/?#]*)?(\?[^#]*)?$/.test(text) ? text : undefined;
}

export function parseBoolean(text: string): boolean | undefined {
  return text === 'true' ? true : text === 'false' ? false : undefined;
}

export function parseSeconds(text: string): number | undefined {
  return /^\d{1,4}(\.\d+)?$/.test(text) && Number(text) <= 3600 ? Number(text) : undefined;
}

function oneOf<T extends string>(values: readonly T[]): (text: string) => T | undefined {
  return (text) => values.find((value) => value === text);
}

function listOf(values: readonly string[]): string {
  return `${values.slice(0, -1).join(', ')} or ${values.at(-1) ?? ''}`;
}
