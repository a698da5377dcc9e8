import { setTimeout as delay } from 'node:timers/promises';
import type { ExecutionContext } from 'ava';
import type { Attack, AttackerReport } from './attack.js';
import { callBusily } from './call-busily.js';
import { forkChild } from './fork-child.js';
import type { Processes } from './keep-apart.js';
import { countSockets, forgetPeak, readMemory } from './process-state.js';
import { startBystander, type BystanderReport } from './start-bystander.js';
import { startTarget } from './start-target.js';
import { Tally } from './tally.js';

/** How an attack went. */
export interface AttackReport {
  readonly attack: Attack;
  readonly size: number;
  readonly rounds: number;
  readonly seconds: number;
  /** The server's memory in MB: before, the most while, and after. */
  readonly before: number;
  readonly peak: number;
  readonly after: number;
  /** How the calls of another client went before the attack, and beside it. */
  readonly quiet: BystanderReport;
  readonly beside: BystanderReport;
  readonly tally: Tally;
}

/** How an attack is run. */
export interface AttackOptions {
  readonly size: number;
  /** How many calls the server has answered before, as one that has run for a while. */
  readonly warmUpCalls: number;
  /**
   * For how long the other client calls undisturbed before, and at least so long while the attack is made again and again: one in a
   * hundred calls is told of, and both are to be so many hundreds.
   */
  readonly spanMs: number;
  /** How long the server may take to notice that the attacker's connections are gone, in milliseconds. */
  readonly recoveryMs: number;
  /** Is given the ids of the processes before the attack. */
  readonly prepare: ((processes: Processes) => void) | undefined;
}

/** By how much the server's memory may grow, in MB. */
const GROWTH_MB = 100;

/** Statuses of gRPC that tell of a bug. */
const BUGS = { '2': 'UNKNOWN', '13': 'INTERNAL' };

/**
 * Attacks a service of its own, with a well-behaved client beside, and holds the service to what no attack may do: end it,
 * fill its memory, make it answer as if it had a bug, or fail the other client's calls.
 */
export async function runAttack(
  t: ExecutionContext,
  attack: Attack,
  { size, warmUpCalls, spanMs, recoveryMs, prepare }: AttackOptions,
): Promise<AttackReport> {
  const { service, pid, port, key, authority, isServing } = await startTarget(t, attack.tls);
  const bystander = await startBystander(t, service.address, key, authority);
  const attacker = await forkChild(t, 'attacker.child.ts', [
    attack.title,
    ...[size, spanMs, port].map(String),
    key,
    ...(authority === undefined ? [] : [authority]),
  ]);
  prepare?.({ server: pid, attacker: attacker.pid, bystander: bystander.pid });
  await callBusily({ port, key, authority, tally: new Tally() }, warmUpCalls);
  await bystander.take();
  await delay(spanMs);
  const quiet = await bystander.take();
  const sockets = countSockets(pid);
  const { now: before } = readMemory(pid);
  forgetPeak(pid);
  const start = performance.now();
  attacker.send('attack');
  const { rounds, counts } = (await attacker.receive()) as AttackerReport;
  const tally = new Tally(counts);
  const seconds = (performance.now() - start) / 1000;
  const beside = await bystander.take();
  const left = await untilFewer(() => countSockets(pid), sockets, recoveryMs);

  t.is(service.process.exitCode ?? service.process.signalCode, null, 'the same process still runs');
  t.true(await isServing(), 'its health is SERVING');
  t.deepEqual([...quiet.failures, ...beside.failures], [], 'the calls of the other client succeeded');
  t.true(left <= sockets, `${left} sockets are open, and before it were ${sockets}`);
  for (const [status, name] of Object.entries(BUGS)) t.is(tally.of(status), 0, `the attacker got ${name}`);
  const { now: after, peak } = readMemory(pid);
  const growthMb = attack.growthMb ?? GROWTH_MB;
  t.true(peak - before <= growthMb, `memory grew from ${before.toFixed()} to ${peak.toFixed()} MB`);
  if (attack.mostMb !== undefined) t.true(peak <= attack.mostMb, `memory came to ${peak.toFixed()} MB`);
  return { attack, size, rounds, seconds, before, peak, after, quiet, beside, tally };
}

/** Waits until no more than so many are left, or the time is over, and gives how many are. */
async function untilFewer(count: () => number, most: number, milliseconds: number): Promise<number> {
  const end = performance.now() + milliseconds;
  while (count() > most && performance.now() < end) await delay(20);
  return count();
}
