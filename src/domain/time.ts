const RFC_3339 = /^(\d{4})-(\d\d)-(\d\d)T\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:\d\d)$/i;

/**
 * Reads a time as RFC 3339 has it, such as `2027-01-31T12:00:00Z`.
 *
 * @returns milliseconds since the Unix epoch, or undefined if the text is no such time.
 */
export function parseTime(text: string): number | undefined {
  const [, year, month, day] = RFC_3339.exec(text) ?? [];
  // JavaScript takes February 30 for March 2.
  const daysOfMonth = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  const time = Date.parse(text.toUpperCase());
  return Number(day) <= daysOfMonth && !Number.isNaN(time) ? time : undefined;
}

/** Writes a time as RFC 3339 has it, in UTC. */
export function formatTime(time: number): string {
  return new Date(time).toISOString();
}
