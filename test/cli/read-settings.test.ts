import test from 'ava';
import { CliError } from '../../src/cli/cli-error.js';
import { GATEWAY_SETTINGS } from '../../src/cli/gateway-settings.js';
import { readSettings } from '../../src/cli/read-settings.js';
import type { Setting, SettingsTable } from '../../src/cli/setting.js';
import { KEYS_SETTINGS, keysFilePath, SETTINGS } from '../../src/cli/settings.js';

const DEFAULTS = {
  address: '127.0.0.1:50051',
  dataDir: './data',
  jwtAlgorithms: ['RS256'],
  jwtClockToleranceSeconds: 5,
  jwtOrganizationClaim: 'org_id',
  anonymousFrontend: false,
  reflection: true,
  logLevel: 'info',
  logFormat: 'auto',
  drainSeconds: 10,
};

test('where nothing is set, every setting has its default', (t) => {
  t.deepEqual(readSettings(SETTINGS, {}, { PATH: '/bin' }) as object, DEFAULTS);
});

test('each setting is read from its variable', (t) => {
  const env = {
    ORGMETA_ADDRESS: 'unix:/run/orgmeta.sock',
    ORGMETA_FRONTEND_ADDRESS: '0.0.0.0:443',
    ORGMETA_TLS_CERT: '/etc/orgmeta/tls.crt',
    ORGMETA_TLS_KEY: '/etc/orgmeta/tls.key',
    ORGMETA_TLS_CLIENT_CA: '/etc/orgmeta/ca.crt',
    ORGMETA_DATA_DIR: '/var/lib/orgmeta',
    MONGODB_URI: 'mongodb://user:secret@a:1,b/metadata?replicaSet=rs',
    ORGMETA_KEYS_FILE: '/etc/orgmeta/keys.json',
    ORGMETA_JWKS: 'https://clerk.example.com/.well-known/jwks.json',
    ORGMETA_JWT_ISSUER: 'https://clerk.example.com',
    ORGMETA_JWT_AUDIENCE: 'orgmeta',
    ORGMETA_JWT_AUTHORIZED_PARTIES: 'https://a.example.com, https://b.example.com',
    ORGMETA_JWT_ALGORITHMS: 'ES256,EdDSA',
    ORGMETA_JWT_CLOCK_TOLERANCE_SECONDS: '0',
    ORGMETA_JWT_ORGANIZATION_CLAIM: 'o.id',
    ORGMETA_JWT_BACKEND_CLAIM: 'https://example.com/role=backend=yes',
    ORGMETA_ANONYMOUS_FRONTEND: 'true',
    ORGMETA_RATE_LIMIT: '50:200',
    ORGMETA_REFLECTION: 'false',
    ORGMETA_LOG_LEVEL: 'debug',
    ORGMETA_LOG_FORMAT: 'json',
    ORGMETA_DRAIN_SECONDS: '0.5',
  };
  t.deepEqual(readSettings(SETTINGS, {}, env) as object, {
    address: 'unix:/run/orgmeta.sock',
    frontendAddress: '0.0.0.0:443',
    tlsCert: '/etc/orgmeta/tls.crt',
    tlsKey: '/etc/orgmeta/tls.key',
    tlsClientCa: '/etc/orgmeta/ca.crt',
    dataDir: '/var/lib/orgmeta',
    mongodbUri: 'mongodb://user:secret@a:1,b/metadata?replicaSet=rs',
    keysFile: '/etc/orgmeta/keys.json',
    jwks: new URL('https://clerk.example.com/.well-known/jwks.json'),
    jwtIssuer: 'https://clerk.example.com',
    jwtAudience: ['orgmeta'],
    jwtAuthorizedParties: ['https://a.example.com', 'https://b.example.com'],
    jwtAlgorithms: ['ES256', 'EdDSA'],
    jwtClockToleranceSeconds: 0,
    jwtOrganizationClaim: 'o.id',
    jwtBackendClaim: { claim: 'https://example.com/role', value: 'backend=yes' },
    anonymousFrontend: true,
    rateLimit: { callsPerSecond: 50, burst: 200 },
    reflection: false,
    logLevel: 'debug',
    logFormat: 'json',
    drainSeconds: 0.5,
  });
  t.deepEqual(
    Object.keys(env),
    Object.values(SETTINGS).map(({ variable }) => variable),
  );
});

test('a flag beats the environment, even where that is wrong', (t) => {
  const env = { ORGMETA_LOG_LEVEL: 'loud', ORGMETA_DATA_DIR: 'from-env' };
  const settings = readSettings(SETTINGS, { logLevel: 'warn', dataDir: 'from-flag' }, env);
  t.is(settings.logLevel, 'warn');
  t.is(settings.dataDir, 'from-flag');
});

test('a flag that stands alone means true, and a variable that is empty counts as not set', (t) => {
  const settings = readSettings(SETTINGS, { anonymousFrontend: true }, { ORGMETA_LOG_LEVEL: '', ORGMETA_ADDRESS: '' });
  t.true(settings.anonymousFrontend);
  t.is(settings.logLevel, 'info');
  t.is(settings.address, '127.0.0.1:50051');
});

test('every fault is told at once, with its source, its value and what is expected', (t) => {
  const flags = { address: 'localhost', drainSeconds: '-1', dataDir: '' };
  const env = {
    ORGMETA_ADRESS: ':1',
    ORGMETA_WHATEVER_ELSE: '1',
    ORGMETA_REFLECTION: 'yes',
    ORGMETA_LOG_LEVEL: 'loud',
    ORGMETA_LOG_FORMAT: 'x'.repeat(150),
  };
  const error = t.throws(() => readSettings(SETTINGS, flags, env), { instanceOf: CliError });
  t.is(error.exitCode, 2);
  t.deepEqual(error.message.split('\n  '), [
    '8 settings are wrong:',
    'ORGMETA_ADRESS is no setting; did you mean ORGMETA_ADDRESS?',
    'ORGMETA_WHATEVER_ELSE is no setting; see "orgmeta serve --help"',
    '--address "localhost" is wrong: it must be host:port, [IPv6]:port (port 0 takes a free one) or unix:PATH (107 bytes at most)',
    '--data-dir "" is wrong: it must be a folder',
    'ORGMETA_REFLECTION "yes" is wrong: it must be true or false',
    'ORGMETA_LOG_LEVEL "loud" is wrong: it must be trace, debug, info, warn, error, fatal or silent',
    `ORGMETA_LOG_FORMAT "${'x'.repeat(100)}…" is wrong: it must be auto, json or pretty`,
    '--drain-seconds "-1" is wrong: it must be a number of seconds from 0 to 3600',
  ]);
});

test('of a value nothing that a terminal would obey is told as it is', (t) => {
  t.throws(() => readSettings(SETTINGS, { logLevel: '\u001B[31m\u009B\u202E' }, {}), {
    message: /^--log-level "\\u001b\[31m\\u009b\\u202e" is wrong/,
  });
});

test('one fault is told in one line', (t) => {
  t.throws(() => readSettings(SETTINGS, {}, { ORGMETA_ANONYMOUS_FRONTEND: '1' }), {
    message: 'ORGMETA_ANONYMOUS_FRONTEND "1" is wrong: it must be true or false',
  });
});

test('the value of a secret setting is in no message', (t) => {
  const secret: Setting<string> = {
    variable: 'ORGMETA_GATEWAY_KEY',
    flag: 'gateway-key',
    placeholder: '<key>',
    parse: () => undefined,
    expected: 'an API key',
    default: undefined,
    description: 'A key',
    secret: true,
  };
  t.throws(() => readSettings({ gatewayKey: secret }, { gatewayKey: 's3cret' }, {}), {
    message: '--gateway-key is wrong: it must be an API key',
  });
});

test('a command with fewer settings passes over the values of the others, but not over unknown names', (t) => {
  t.deepEqual(readSettings(KEYS_SETTINGS, {}, { ORGMETA_LOG_LEVEL: 'loud' }) as object, { dataDir: './data' });
  t.throws(() => readSettings(KEYS_SETTINGS, {}, { ORGMETA_DATADIR: 'd' }), { message: /mean ORGMETA_DATA_DIR\?/ });
});

test('the keys file is keys.json in the data folder unless it is set', (t) => {
  t.is(keysFilePath({ dataDir: '/srv/data', keysFile: undefined }), '/srv/data/keys.json');
  t.is(keysFilePath({ dataDir: '/srv/data', keysFile: '/etc/keys' }), '/etc/keys');
});

test('the variables that Kubernetes sets for a service called orgmeta are no fault', (t) => {
  const env = {
    ORGMETA_PORT: 'tcp://10.0.0.1:50051',
    ORGMETA_PORT_50051_TCP: 'tcp://10.0.0.1:50051',
    ORGMETA_PORT_50051_TCP_ADDR: '10.0.0.1',
    ORGMETA_PORT_50051_TCP_PORT: '50051',
    ORGMETA_PORT_50051_TCP_PROTO: 'tcp',
    ORGMETA_SERVICE_HOST: '10.0.0.1',
    ORGMETA_SERVICE_PORT: '50051',
    ORGMETA_SERVICE_PORT_GRPC: '50051',
    ORGMETA_GATEWAY_PORT: 'tcp://10.0.0.2:8080',
    ORGMETA_GATEWAY_SERVICE_HOST: '10.0.0.2',
  };
  t.deepEqual(readSettings(SETTINGS, {}, env) as object, DEFAULTS);
  t.throws(() => readSettings(SETTINGS, {}, { ORGMETA_PORT: '8080' }), { message: /ORGMETA_PORT is no setting/ });
});

test('a key set without its issuer is a fault, and told with the others', (t) => {
  const error = t.throws(() =>
    readSettings(SETTINGS, { jwks: 'ftp://keys.example.com' }, { ORGMETA_REFLECTION: 'yes' }),
  );
  t.deepEqual(error.message.split('\n  '), [
    '3 settings are wrong:',
    '--jwks is wrong: it must be an http or https URL without credentials, or a file',
    'ORGMETA_REFLECTION "yes" is wrong: it must be true or false',
    "ORGMETA_JWT_ISSUER is missing: ORGMETA_JWKS can't be used without it",
  ]);
});

for (const { given, missing } of [
  { given: 'ORGMETA_TLS_CERT', missing: ['ORGMETA_TLS_KEY'] },
  { given: 'ORGMETA_TLS_KEY', missing: ['ORGMETA_TLS_CERT'] },
  { given: 'ORGMETA_TLS_CLIENT_CA', missing: ['ORGMETA_TLS_CERT', 'ORGMETA_TLS_KEY'] },
]) {
  test(`${given} alone is a fault for each setting that it needs`, (t) => {
    const error = t.throws(() => readSettings(SETTINGS, {}, { [given]: 'file.pem' }));
    const faults = missing.map((name) => `${name} is missing: ${given} can't be used without it`);
    t.deepEqual(
      error.message.split('\n').filter((line) => line.includes('ORGMETA')),
      faults.length === 1 ? faults : faults.map((fault) => `  ${fault}`),
    );
  });
}

const NEVER_EMPTY: readonly { table: SettingsTable; names: readonly string[] }[] = [
  {
    table: SETTINGS,
    names: [
      'ORGMETA_TLS_CERT',
      'ORGMETA_TLS_KEY',
      'ORGMETA_TLS_CLIENT_CA',
      'ORGMETA_KEYS_FILE',
      'ORGMETA_JWT_AUDIENCE',
      'ORGMETA_JWT_AUTHORIZED_PARTIES',
      'ORGMETA_JWT_ORGANIZATION_CLAIM',
      'ORGMETA_RATE_LIMIT',
      'ORGMETA_REFLECTION',
    ],
  },
  { table: GATEWAY_SETTINGS, names: ['ORGMETA_UPSTREAM_TLS', 'ORGMETA_UPSTREAM_CA'] },
];

for (const { table, names } of NEVER_EMPTY) {
  for (const name of names) {
    test(`${name} is a fault if it is empty, since the service would be less secure without it`, (t) => {
      t.throws(() => readSettings(table, {}, { [name]: '' }), {
        instanceOf: CliError,
        message: `${name} is empty: give it a value, or unset it`,
      });
    });
  }
  test(`no other variable than ${names.join(', ')} is a fault if it is empty`, (t) => {
    const variables = Object.values(table).map(({ variable }) => variable);
    const others = variables.filter((variable) => !names.includes(variable));
    t.deepEqual(
      readSettings(table, {}, Object.fromEntries(others.map((name) => [name, '']))) as object,
      readSettings(table, {}, {}) as object,
    );
  });
}

test('variables that are empty are told with the other faults, and not also as missing', (t) => {
  const env = { ORGMETA_TLS_CERT: '', ORGMETA_TLS_KEY: 'tls.key', ORGMETA_RATE_LIMIT: '', ORGMETA_LOG_LEVEL: 'loud' };
  const error = t.throws(() => readSettings(SETTINGS, {}, env));
  t.deepEqual(error.message.split('\n  '), [
    '3 settings are wrong:',
    'ORGMETA_TLS_CERT is empty: give it a value, or unset it',
    'ORGMETA_RATE_LIMIT is empty: give it a value, or unset it',
    'ORGMETA_LOG_LEVEL "loud" is wrong: it must be trace, debug, info, warn, error, fatal or silent',
  ]);
});

test('a flag stands in for a variable that is empty, and what is empty asks for nothing else', (t) => {
  t.is(readSettings(SETTINGS, { rateLimit: '5' }, { ORGMETA_RATE_LIMIT: '' }).rateLimit?.callsPerSecond, 5);
  t.throws(() => readSettings(SETTINGS, {}, { ORGMETA_TLS_CLIENT_CA: '' }), {
    message: 'ORGMETA_TLS_CLIENT_CA is empty: give it a value, or unset it',
  });
  t.throws(() => readSettings(SETTINGS, { tlsClientCa: '' }, {}), { message: /--tls-client-ca "" is wrong/ });
});

for (const [name, value] of [
  ['ORGMETA_JWT_ISSUER', 'https://issuer.example'],
  ['ORGMETA_JWT_AUDIENCE', 'orgmeta'],
  ['ORGMETA_JWT_AUTHORIZED_PARTIES', 'https://app.example'],
  ['ORGMETA_JWT_BACKEND_CLAIM', 'orgmeta_role=backend'],
] as const) {
  test(`${name} without a key set is a fault: no token would be accepted`, (t) => {
    t.throws(() => readSettings(SETTINGS, {}, { [name]: value }), {
      instanceOf: CliError,
      message: `ORGMETA_JWKS is missing: ${name} can't be used without it`,
    });
  });
}

for (const { name, values } of [
  { name: 'ORGMETA_JWKS', values: ['https://user:secret@example.com/jwks.json', 'https://', 'file:///etc/jwks.json'] },
  { name: 'ORGMETA_JWT_ALGORITHMS', values: ['none', 'HS256', 'RS256,HS256', 'RS256,', 'rs256'] },
  { name: 'ORGMETA_JWT_AUTHORIZED_PARTIES', values: [',', 'a,,b'] },
  { name: 'ORGMETA_JWT_CLOCK_TOLERANCE_SECONDS', values: ['-1', '301', '1.5'] },
  { name: 'ORGMETA_JWT_ORGANIZATION_CLAIM', values: ['.id', 'o.', 'o..id', 'o id'] },
  {
    name: 'ORGMETA_JWT_BACKEND_CLAIM',
    values: ['backend', '=backend', 'role=', 'o.rol=admin', 'org_role=org:admin', 'org_permissions=write'],
  },
]) {
  test(`${name} is not taken where it would be unsafe or mean nothing`, (t) => {
    for (const value of values) {
      t.throws(() => readSettings(SETTINGS, {}, { ORGMETA_JWKS: 'f', ORGMETA_JWT_ISSUER: 'i', [name]: value }), {
        instanceOf: CliError,
        message: new RegExp(`^${name} .*is wrong: [^@]*$`),
      });
    }
  });
}

for (const uri of [
  'mongodb://h',
  'mongodb://h?tls=true',
  'mongodb://h/?tls=true',
  'mongodb://u:secret@a:1,b/d?tls=true&tlsCAFile=/etc/ssl/ca.pem',
  'mongodb+srv://u:secret@h/d',
]) {
  test(`a connection string is taken as it is: ${uri}`, (t) => {
    t.is(readSettings(SETTINGS, {}, { MONGODB_URI: uri }).mongodbUri, uri);
  });
}

for (const uri of [
  'postgres://u:secret@h/d',
  'mongodb://',
  'mongodb://u:secret@/d',
  'secret',
  'mongodb://u:secret@a,,b/d',
]) {
  test(`a wrong connection string is reported with the other faults, and not shown: ${uri}`, (t) => {
    const env = { MONGODB_URI: uri, ORGMETA_LOG_LEVEL: 'loud' };
    const error = t.throws(() => readSettings(SETTINGS, {}, env), { instanceOf: CliError });
    const message = error.message + JSON.stringify(error);
    t.regex(message, /MONGODB_URI is wrong: it must be a connection string/);
    t.regex(message, /ORGMETA_LOG_LEVEL/);
    t.notRegex(message, /secret/);
  });
}
