/**
 * Makes of a value what `JSON.stringify` sees in it: members that are undefined left out, `toJSON` called. What that would lose, as a
 * Map or NaN, stays as it is, and is refused where it is encoded.
 */
export function toPlainJson(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (hasToJson(value)) return toPlainJson(value.toJSON());
  if (Array.isArray(value)) return value.map((element) => (element === undefined ? null : toPlainJson(element)));
  if (value instanceof Map || value instanceof Set) return value;
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  return Object.fromEntries(members.map(([name, member]) => [name, toPlainJson(member)]));
}

function hasToJson(value: object): value is { toJSON(): unknown } {
  // A member of a document may have this name.
  return 'toJSON' in value && typeof value.toJSON === 'function';
}
