/**
 * Attacks a server from a process of its own, so that what it costs the attacker is nobody else's time. Told `attack` by its
 * parent, it does so, again and again until the time is over that it was given, and says how often, and what it got.
 */
import type { AttackerReport } from './attack.js';
import { ATTACKS } from './attacks.js';
import { Tally } from './tally.js';

const [title = '', size = '', leastMs = '', port = '', key = '', authority] = process.argv.slice(2);
const attack = ATTACKS.find((each) => each.title === title);
if (attack === undefined) throw new Error(`there is no attack “${title}”`);
const tally = new Tally();

process.on('message', () => {
  void attackRepeatedly().then((report) => process.send?.(report));
});
process.on('disconnect', () => process.exit());
process.send?.('ready');

async function attackRepeatedly(): Promise<AttackerReport> {
  const endTime = performance.now() + Number(leastMs);
  let rounds = 0;
  do {
    await attack?.run({ port: Number(port), key, authority, tally }, Number(size));
    rounds += 1;
  } while (performance.now() < endTime);
  return { rounds, counts: tally.counts };
}
