const UNIT_MS = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 };

/**
 * Reads a duration: a whole number and one of the units s, m, h, d, w, such as `90d`; at most 100 years.
 *
 * @returns milliseconds, or undefined if the text is no such duration.
 */
export function parseDuration(text: string): number | undefined {
  const [, count, unit] = /^([1-9]\d{0,9})([smhdw])$/.exec(text) ?? [];
  if (unit === undefined) return undefined;
  const duration = Number(count) * UNIT_MS[unit as keyof typeof UNIT_MS];
  return duration <= 36_525 * UNIT_MS.d ? duration : undefined;
}
