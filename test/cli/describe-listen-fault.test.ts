import test from 'ava';
import { describeListenFault } from '../../src/cli/describe-listen-fault.js';
import { SETTINGS } from '../../src/cli/settings.js';

const OTHER_PORT = 'set ORGMETA_ADDRESS or --address to another';

for (const { code, address, expected } of [
  { code: 'EADDRINUSE', address: '[::1]:1', expected: 'another process has this address' },
  {
    code: 'EADDRINUSE',
    address: 'unix:/run/o.sock',
    expected: 'another process has this address, or the file there is not a socket',
  },
  {
    code: 'EACCES',
    address: '127.0.0.1:80',
    expected: 'this user may not use this port, as is usual for those below 1024',
  },
  {
    code: 'EACCES',
    address: 'unix:/run/o.sock',
    expected: 'this user may not make a socket there, or the folder does not exist',
  },
  { code: 'EPERM', address: 'unix:/run/o.sock', expected: 'this user may not make a socket there' },
  { code: 'EADDRNOTAVAIL', address: '192.0.2.1:1', expected: 'this machine does not have this address' },
  { code: 'ENOTFOUND', address: 'none.invalid:1', expected: 'this name is not known' },
  { code: 'ENOBUFS', address: '127.0.0.1:1', expected: 'what the system says' },
]) {
  test(`${code} of ${address} is told in words, with the setting, and with the address once`, (t) => {
    const error = Object.assign(new Error('what the system says'), { code });
    t.is(
      describeListenFault(error, address, SETTINGS.address),
      `can't listen on ${address}: ${expected}; ${OTHER_PORT}`,
    );
  });
}

for (const { own, address, isTold } of [
  { own: '127.0.0.1:50051', address: '0.0.0.0:50051', isTold: true },
  { own: 'unix:/run/o.sock', address: 'unix:///run/o.sock', isTold: true },
  { own: '127.0.0.1:50051', address: '127.0.0.1:5005', isTold: false },
  { own: 'unix:/run/o.sock', address: '127.0.0.1:5005', isTold: false },
]) {
  test(`that the service itself listens on ${own} is ${isTold ? '' : 'not '}told of ${address}`, (t) => {
    const error = Object.assign(new Error('taken'), { code: 'EADDRINUSE' });
    const told = describeListenFault(error, address, SETTINGS.frontendAddress, own);
    t.is(told.includes('or ORGMETA_ADDRESS names it too'), isTold);
    t.regex(told, /; set ORGMETA_FRONTEND_ADDRESS or --frontend-address to another$/);
  });
}
