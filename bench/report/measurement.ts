import { median } from './median.js';

/** One thing that was measured, in turn with what it is held against. */
export interface Measurement {
  readonly name: string;
  /** What the numbers count. */
  readonly unit: 'calls/s' | 'ms';
  /** One number a round. */
  readonly rounds: readonly number[];
  /** The same rounds of what this is a share of; left out where there is no such thing. */
  readonly against?: Measurement;
  /** The least ratio, or the most milliseconds, that the project has set itself. */
  readonly target?: number;
}

/** The middle of the ratios of each round: both sides of a ratio were measured seconds apart on the same machine. */
export function ratio({ rounds, against }: Measurement): number | undefined {
  return against && median(rounds.map((value, round) => value / (against.rounds[round] ?? NaN)));
}

/** Tells whether the target is met; undefined where there is none. */
export function meetsTarget(measurement: Measurement): boolean | undefined {
  if (measurement.target === undefined) return undefined;
  const share = ratio(measurement);
  return share === undefined ? median(measurement.rounds) <= measurement.target : share >= measurement.target;
}
