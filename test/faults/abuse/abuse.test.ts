import { existsSync } from 'node:fs';
import test from 'ava';
import { ATTACKS } from './attacks.js';
import { formatReports, slowdown } from './format-report.js';
import { keepApart } from './keep-apart.js';
import { type AttackReport, runAttack } from './run-attack.js';

/** Set by `npm run test:soak`, which runs each attack at full size, and measures. */
const isSoak = process.env.ORGMETA_SOAK === '1';

/** How many times as long the other client's calls may take. */
const SLOWDOWN = 5;

/**
 * How long a measurement takes at least: of the other client's updates, which are ten a second, the slowest hundredth is three then, and not the
 * one that met a collection of garbage.
 */
const SPAN_MS = 30_000;

const reports: AttackReport[] = [];

for (const attack of ATTACKS) {
  test.serial(`${attack.title}: the service holds, and others are served`, async (t) => {
    if (!existsSync('/proc/self/status')) {
      t.log('skipped: what a process takes is read from /proc, which this system does not have');
      t.pass();
      return;
    }
    const size = isSoak ? attack.full : attack.short;
    const report = await runAttack(t, attack, {
      size,
      warmUpCalls: isSoak ? 20_000 : 0,
      spanMs: isSoak ? SPAN_MS : 200,
      // Otherwise other tests run beside.
      recoveryMs: isSoak ? 10_000 : 30_000,
      prepare: isSoak ? keepApart : undefined,
    });
    t.log(
      `${report.before.toFixed()} MB, at most ${report.peak.toFixed()}; the attacker got ${report.tally.toString()}`,
    );
    if (!isSoak) return;
    reports.push(report);
    const allowed = attack.slowdown ?? SLOWDOWN;
    t.true(slowdown(report) <= allowed, `the other client waited ${slowdown(report).toFixed(1)} times as long`);
  });
}

test.after.always(() => {
  if (isSoak) console.log(`\n${formatReports(reports)}\n`);
});
