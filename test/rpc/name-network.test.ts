import test from 'ava';
import { nameNetwork } from '../../src/rpc/name-network.js';

const cases = [
  { title: 'an IPv4 address by itself', peer: '192.0.2.7:50123', expected: '192.0.2.7' },
  { title: 'an IPv4 address on a socket of both kinds', peer: '::ffff:192.0.2.7:50123', expected: '192.0.2.7' },
  { title: 'an IPv6 address by its first half', peer: '2001:db8:1:2:3:4:5:6:50123', expected: '2001:db8:1:2::/64' },
  { title: 'a short IPv6 address', peer: '2001:db8::1:50123', expected: '2001:db8:0:0::/64' },
  { title: 'one whose zeros begin late', peer: '2001:db8:1:2:3::1:50123', expected: '2001:db8:1:2::/64' },
  { title: 'one that ends in zeros', peer: '2001:db8:1:2:3:::50123', expected: '2001:db8:1:2::/64' },
  { title: 'the loopback address', peer: '::1:50123', expected: '0:0:0:0::/64' },
  { title: 'one with a zone', peer: 'fe80::1%eth0:50123', expected: 'fe80:0:0:0::/64' },
  { title: 'the peers of a unix socket together', peer: 'unknown', expected: 'unknown' },
];

for (const { title, peer, expected } of cases) {
  test(`a network is named: ${title}`, (t) => {
    t.is(nameNetwork(peer), expected);
  });
}
