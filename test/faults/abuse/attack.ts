import type { Tally } from './tally.js';

/** What an attack is aimed at. */
export interface Target {
  readonly port: number;
  /** A valid key of a backend. */
  readonly key: string;
  /** The file of the authority that signed its certificate, if it is one of TLS. */
  readonly authority?: string | undefined;
  /** Counts what the attacker got. */
  readonly tally: Tally;
}

/** One way to harm a server. */
export interface Attack {
  readonly title: string;
  /** What its sizes count. */
  readonly unit: string;
  /** The size of a run in seconds, and that of a run that is a measurement. */
  readonly short: number;
  readonly full: number;
  /** Is aimed at a server with TLS. */
  readonly tls?: boolean;
  /** Is made on a server with TLS as well: connections are read in another way there. */
  readonly alsoOverTls?: boolean;
  /** By how much memory may grow, in MB; 100 if it is left out. */
  readonly growthMb?: number;
  /** What memory may come to, in MB. */
  readonly mostMb?: number;
  /** How many times as long another client's calls may take beside it, if not as usual. SECURITY.md says why. */
  readonly slowdown?: number;
  /** Does it, at a size, and leaves no connection open. */
  run(target: Target, size: number): Promise<void>;
}

/** What an attacker says of what it did. */
export interface AttackerReport {
  /** How many times it did it. */
  readonly rounds: number;
  readonly counts: Readonly<Record<string, number>>;
}
