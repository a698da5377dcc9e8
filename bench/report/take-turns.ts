import type { Measurement } from './measurement.js';

/** Something to be measured in turn with others. */
export interface Contender extends Omit<Measurement, 'rounds' | 'against'> {
  /** The name of another contender that this is a share of. */
  readonly against?: string;
  readonly measure: () => Promise<number>;
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
  const values = new Map<string, number[]>(contenders.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const { name, measure } of contenders) {
      const value = await measure();
      values.get(name)?.push(value);
      onResult(name, value);
    }
  }
  const measurements = new Map<string, Measurement>();
  for (const { name, unit, target, against } of contenders) {
    const other = against === undefined ? undefined : measurements.get(against);
    measurements.set(name, {
      name,
      unit,
      rounds: values.get(name) ?? [],
      ...(other && { against: other }),
      ...(target !== undefined && { target }),
    });
  }
  return [...measurements.values()];
}
