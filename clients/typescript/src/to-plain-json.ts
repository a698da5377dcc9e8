/** Makes of a value what `JSON.stringify` sees in it: members that are undefined left out, `toJSON` called. Numbers stay as they are. */
export function toPlainJson(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if ('toJSON' in value && typeof value.toJSON === 'function') return toPlainJson(value.toJSON());
  if (Array.isArray(value))
    return value.map((element: unknown) => (element === undefined ? null : toPlainJson(element)));
  const members = Object.entries(value).filter(([, member]) => member !== undefined && typeof member !== 'function');
  return Object.fromEntries(members.map(([name, member]) => [name, toPlainJson(member)]));
}
