import { parseApiKey } from '../auth/api-key.js';
import { parseAddress } from './parse-address.js';
import type { Setting, ValuesOf } from './setting.js';
import { parseBoolean, parsePath, parseSeconds, SETTINGS } from './settings.js';

/** The table of settings of `orgmeta gateway`, by the same rules as that of the service. */
export const GATEWAY_SETTINGS = {
  address: {
    variable: 'ORGMETA_GATEWAY_ADDRESS',
    flag: 'address',
    placeholder: '<address>',
    parse: parseAddress,
    expected: SETTINGS.address.expected,
    default: '127.0.0.1:8080',
    description: 'Where to listen for HTTP: host:port, [IPv6]:port (port 0 takes a free one) or unix:PATH',
  },
  upstream: {
    variable: 'ORGMETA_UPSTREAM',
    flag: 'upstream',
    placeholder: '<address>',
    parse: parseAddress,
    expected: 'host:port, [IPv6]:port or unix:PATH',
    default: SETTINGS.address.default,
    description: 'Where the service is: host:port, [IPv6]:port or unix:PATH',
  },
  upstreamTls: {
    variable: 'ORGMETA_UPSTREAM_TLS',
    flag: 'upstream-tls',
    placeholder: '[boolean]',
    parse: parseBoolean,
    expected: 'true or false',
    default: 'false',
    neverEmpty: true,
    description: 'Calls the service over TLS',
  },
  upstreamCa: {
    variable: 'ORGMETA_UPSTREAM_CA',
    flag: 'upstream-ca',
    placeholder: '<file>',
    parse: parsePath,
    expected: 'a file',
    default: undefined,
    defaultText: 'those that Node knows',
    neverEmpty: true,
    description: 'The authorities (PEM), one of which must have signed the certificate of the service',
  },
  upstreamTimeoutSeconds: {
    variable: 'ORGMETA_UPSTREAM_TIMEOUT_SECONDS',
    flag: 'upstream-timeout-seconds',
    placeholder: '<seconds>',
    parse: parseTimeout,
    expected: 'a number of seconds from 0.1 to 60',
    default: '5',
    description: 'How long the service may take to answer before a visitor gets 504',
  },
  key: {
    variable: 'ORGMETA_GATEWAY_KEY',
    flag: 'key',
    placeholder: '<key>',
    parse: parseFrontendKey,
    expected: describeExpectedKey,
    default: undefined,
    defaultText: 'none: they are anonymous',
    secret: true,
    description: 'The frontend key (om_pk_…) that is used for visitors without a credential',
  },
  corsOrigins: {
    variable: 'ORGMETA_GATEWAY_CORS_ORIGINS',
    flag: 'cors-origins',
    placeholder: '<list>',
    parse: parseOrigins,
    expected: 'origins such as https://example.com, separated by commas, or * for all',
    default: undefined,
    defaultText: 'none',
    description: 'The origins, separated by commas, whose pages may read public metadata; `*` for all',
  },
  maxAgeSeconds: {
    variable: 'ORGMETA_GATEWAY_MAX_AGE_SECONDS',
    flag: 'max-age-seconds',
    placeholder: '<seconds>',
    parse: parseMaxAge,
    expected: 'a whole number of seconds from 0 to 31536000',
    default: '0',
    description: 'How long caches may keep what visitors without a credential read; with 0 they ask each time, by ETag',
  },
  logLevel: SETTINGS.logLevel,
  logFormat: SETTINGS.logFormat,
  drainSeconds: {
    ...SETTINGS.drainSeconds,
    description: 'How long requests under way may take to finish after SIGTERM or SIGINT',
  },
} satisfies Record<string, Setting<unknown>>;

export type GatewaySettings = ValuesOf<typeof GATEWAY_SETTINGS>;

function parseFrontendKey(text: string): string | undefined {
  const key = parseApiKey(text);
  return typeof key === 'object' && key.role === 'frontend' ? text : undefined;
}

/** Tells a frontend key that is not whole from another role's. */
function describeExpectedKey(text: string): string {
  return text.includes('om_pk_') && typeof parseApiKey(text) !== 'object'
    ? 'a whole frontend key (om_pk_…); this one is cut off or mistyped: its length or checksum is wrong'
    : 'a key of the role frontend (om_pk_…), since it is used for visitors without a credential';
}

function parseOrigins(text: string): readonly string[] | undefined {
  const origins = text.split(',').map((origin) => origin.trim());
  return origins.every((origin) => origin === '*' || isOrigin(origin)) ? origins : undefined;
}

/** An origin as browsers write it: without a path, and without the port that its scheme has. */
function isOrigin(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) && new URL(text).origin === text;
}

function parseTimeout(text: string): number | undefined {
  const seconds = parseSeconds(text) ?? 0;
  return seconds >= 0.1 && seconds <= 60 ? seconds : undefined;
}

function parseMaxAge(text: string): number | undefined {
  return /^\d{1,8}$/.test(text) && Number(text) <= 31_536_000 ? Number(text) : undefined;
}
