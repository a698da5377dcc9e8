/**
 * Attacks a server from a process of its own, so that what it costs the attacker is nobody else's time. Told `attack` by its
 * parent, it does so, and says what it got.
 */
import { ATTACKS } from './attacks.js';
import { Tally } from './tally.js';

const [title = '', size = '', port = '', key = ''] = process.argv.slice(2);
const attack = ATTACKS.find((each) => each.title === title);
if (attack === undefined) throw new Error(`there is no attack “${title}”`);
const tally = new Tally();

process.on('message', () => {
  void attack.run({ port: Number(port), key, tally }, Number(size)).then(() => {
    process.send?.(tally.counts);
  });
});
process.on('disconnect', () => process.exit());
process.send?.('ready');
