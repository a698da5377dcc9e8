import type { Measurement } from './measurement.js';

/** Something to be measured in turn with others. */
export interface Contender extends Omit<Measurement, 'rounds' | 'busy' | 'against'> {
  /** The name of another contender that this is a share of. */
  readonly against?: string;
  readonly measure: () => Promise<number>;
  /** The server that is measured, where its CPU time says something. */
  readonly server?: { cpuSeconds(): number };
}

/**
 * Measures A, B, C, A, B, C… so that a machine that grows slow or busy does it to all alike.
 *
 * @param onResult is told of each number as it comes.
 */
export async function takeTurns(
  contenders: readonly Contender[],
  rounds: number,
  onResult: (name: string, value: number) => void,
): Promise<Measurement[]> {
  const measured = contenders.map(() => ({ rounds: [] as number[], busy: [] as number[] }));
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, { name, measure, server }] of contenders.entries()) {
      const started = performance.now();
      const before = server?.cpuSeconds() ?? 0;
      const value = await measure();
      const seconds = (performance.now() - started) / 1000;
      if (server) measured[index]?.busy.push((server.cpuSeconds() - before) / seconds);
      measured[index]?.rounds.push(value);
      onResult(name, value);
    }
  }
  const measurements = new Map<string, Measurement>();
  contenders.forEach(({ name, unit, target, against, server }, index) => {
    const { rounds = [], busy = [] } = measured[index] ?? {};
    const other = measurements.get(against ?? '');
    measurements.set(name, {
      name,
      unit,
      rounds,
      ...(server && { busy }),
      ...(other && { against: other }),
      ...(target !== undefined && { target }),
    });
  });
  return [...measurements.values()];
}
