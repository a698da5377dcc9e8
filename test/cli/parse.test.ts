import test from 'ava';
import { parseAddress, unixSocketPath } from '../../src/cli/parse-address.js';
import { parseDuration } from '../../src/cli/parse-duration.js';
import { parseRateLimit } from '../../src/cli/parse-rate-limit.js';
import { suggestName } from '../../src/cli/suggest-name.js';

for (const input of [
  '127.0.0.1:50051',
  'localhost:0',
  '0.0.0.0:65535',
  'my-host.internal:1',
  '[::1]:50051',
  '[::]:0',
  '[fe80::1%eth0]:1',
  'unix:data/orgmeta.sock',
  'unix:/run/orgmeta.sock',
  'unix:///run/orgmeta.sock',
  `unix:/${'a'.repeat(106)}`,
  `unix:///${'a'.repeat(106)}`,
]) {
  test(`${input} is an address`, (t) => {
    t.is(parseAddress(input), input);
  });
}

for (const input of [
  '',
  'localhost',
  ':50051',
  '50051',
  'localhost:',
  'localhost:65536',
  'localhost:-1',
  'localhost:grpc',
  '::1:50051',
  '[::1]',
  '[localhost]:1',
  'http://localhost:1',
  'dns:localhost:1',
  'a b:1',
  '127.0.0.1:50051\n',
  'unix:',
  'unix://run/orgmeta.sock',
  `unix:/${'a'.repeat(107)}`,
  `unix:///${'a'.repeat(107)}`,
  `unix:${'é'.repeat(54)}`,
]) {
  test(`${JSON.stringify(input)} is no address`, (t) => {
    t.is(parseAddress(input), undefined);
  });
}

test('the path of a unix address is found in each of its spellings', (t) => {
  t.is(unixSocketPath('unix:/run/a.sock'), '/run/a.sock');
  t.is(unixSocketPath('unix:///run/a.sock'), '/run/a.sock');
  t.is(unixSocketPath('unix:a.sock'), 'a.sock');
  t.is(unixSocketPath('localhost:1'), undefined);
});

for (const { input, expected } of [
  { input: '90d', expected: 90 * 86_400_000 },
  { input: '1s', expected: 1000 },
  { input: '30m', expected: 1_800_000 },
  { input: '12h', expected: 43_200_000 },
  { input: '2w', expected: 1_209_600_000 },
  { input: '36525d', expected: 36_525 * 86_400_000 },
  { input: '36526d', expected: undefined },
  { input: '0d', expected: undefined },
  { input: '1.5d', expected: undefined },
  { input: '-1d', expected: undefined },
  { input: '90', expected: undefined },
  { input: 'd', expected: undefined },
  { input: '1y', expected: undefined },
  { input: '', expected: undefined },
]) {
  test(`the duration ${JSON.stringify(input)} is ${expected === undefined ? 'refused' : `${expected} ms`}`, (t) => {
    t.is(parseDuration(input), expected);
  });
}

for (const { input, expected } of [
  { input: 'ORGMETA_ADRESS', expected: 'ORGMETA_ADDRESS' },
  { input: 'ORGMETA_DATADIR', expected: 'ORGMETA_DATA_DIR' },
  { input: 'ORGMETA_LOGLEVEL', expected: 'ORGMETA_LOG_LEVEL' },
  { input: 'PATH', expected: undefined },
  { input: '', expected: undefined },
]) {
  test(`for ${JSON.stringify(input)} ${expected ?? 'nothing'} is suggested`, (t) => {
    t.is(suggestName(input, ['ORGMETA_ADDRESS', 'ORGMETA_DATA_DIR', 'ORGMETA_LOG_LEVEL']), expected);
  });
}

for (const { input, callsPerSecond, burst } of [
  { input: '50', callsPerSecond: 50, burst: 50 },
  { input: '50:200', callsPerSecond: 50, burst: 200 },
  { input: '50:1', callsPerSecond: 50, burst: 1 },
  { input: '0.5', callsPerSecond: 0.5, burst: 1 },
  { input: '1.25', callsPerSecond: 1.25, burst: 2 },
  { input: '0.001:10', callsPerSecond: 0.001, burst: 10 },
]) {
  test(`${input} is a rate limit`, (t) => {
    t.deepEqual(parseRateLimit(input), { callsPerSecond, burst });
  });
}

for (const input of [
  '',
  '0',
  '0.0:5',
  '-1',
  '1e3',
  'Infinity',
  '50:',
  ':50',
  '50:0',
  '50:1.5',
  '50/s',
  '0.0001',
  ' 50',
  '12345678',
]) {
  test(`${JSON.stringify(input)} is no rate limit`, (t) => {
    t.is(parseRateLimit(input), undefined);
  });
}
