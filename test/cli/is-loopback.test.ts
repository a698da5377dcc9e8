import test from 'ava';
import { isLoopback } from '../../src/cli/is-loopback.js';

for (const { address, expected } of [
  { address: '127.0.0.1:50051', expected: true },
  { address: '127.8.9.10:0', expected: true },
  { address: 'localhost:1', expected: true },
  { address: 'LocalHost:1', expected: true },
  { address: '[::1]:1', expected: true },
  { address: 'unix:/run/orgmeta.sock', expected: true },
  { address: '0.0.0.0:50051', expected: false },
  { address: '[::]:50051', expected: false },
  { address: '10.0.0.1:1', expected: false },
  { address: '[fe80::1]:1', expected: false },
  { address: 'localhost.example.com:1', expected: false },
  { address: '127.0.0.1.example.com:1', expected: false },
]) {
  test(`${address} is ${expected ? '' : 'not '}for this machine alone`, (t) => {
    t.is(isLoopback(address), expected);
  });
}
