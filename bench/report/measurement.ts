import { median } from './median.js';

/** One thing that was measured, in turn with what it is held against. */
export interface Measurement {
  readonly name: string;
  /** What the numbers count. */
  readonly unit: 'calls/s' | 'ms';
  /** One number a round. */
  readonly rounds: readonly number[];
  /** How much of its core the server had in each round, 0 to 1; left out where that says nothing. */
  readonly busy?: readonly number[];
  /** The same rounds of what this is a share of; left out where there is no such thing. */
  readonly against?: Measurement;
  /** The least ratio, or the most milliseconds, that the project has set itself. */
  readonly target?: number;
}

/** The middle of the ratios of each round: both sides of a ratio were measured seconds apart on the same machine. */
export function ratio({ rounds, against }: Measurement): number | undefined {
  return against && median(rounds.map((value, round) => value / (against.rounds[round] ?? NaN)));
}

/**
 * The middle of the ratios of calls per second of the server's CPU time. On a quiet machine it is near {@link ratio}; on one
 * where others take the server's core away it is the one to look at. It does not see the server wait for its disk.
 */
export function ratioPerCpu({ rounds, busy, against }: Measurement): number | undefined {
  if (against?.busy === undefined || busy === undefined) return undefined;
  const [share, whole] = [perCpu(rounds, busy), perCpu(against.rounds, against.busy)];
  return median(share.map((value, round) => value / (whole[round] ?? NaN)));
}

function perCpu(rounds: readonly number[], busy: readonly number[]): number[] {
  return rounds.map((value, round) => value / (busy[round] ?? NaN));
}

/** Tells whether the target is met; undefined where there is none. */
export function meetsTarget(measurement: Measurement): boolean | undefined {
  if (measurement.target === undefined) return undefined;
  const share = ratio(measurement);
  return share === undefined ? median(measurement.rounds) <= measurement.target : share >= measurement.target;
}
