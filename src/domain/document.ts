/** The deepest nesting of a document: the document itself is level 1, each object or array inside adds one. */
export const MAX_DEPTH = 32;

/** The most bytes of a path in an error. */
export const PATH_MAX_BYTES = 256;

/** Says why an object may not have this key, or undefined if it may. */
export function keyProblem(key: string): string | undefined {
  if (key === '__proto__') return 'the key __proto__ is not allowed; rename it';
  if (key.includes('\0')) return 'a key may not contain NUL; remove that character';
  return undefined;
}

/** Says why a number can't be kept, or undefined if it can. */
export function numberProblem(value: number): string | undefined {
  return Number.isFinite(value) ? undefined : 'NaN and infinities are not JSON; use null or a string';
}

/**
 * Writes where in a document something is, as `billing.plans[2].name`: members joined by dots, indexes in brackets.
 * A key longer than 64 bytes, and a path longer than {@link PATH_MAX_BYTES}, is cut with `…`.
 */
export function formatPath(path: readonly (string | number)[]): string {
  let text = '';
  for (const [index, step] of path.entries()) {
    if (typeof step === 'number') text += `[${step}]`;
    else text += (index === 0 ? '' : '.') + cut(step, 64);
  }
  return cut(text, PATH_MAX_BYTES);
}

function cut(text: string, maxBytes: number): string {
  const bytes = Buffer.from(text.replaceAll('\0', '\\0'));
  if (bytes.length <= maxBytes) return bytes.toString();
  // Steps back from the middle of a character, and leaves room for the three bytes of `…`.
  let end = maxBytes - 3;
  while (end > 0 && ((bytes[end] ?? 0) & 0xc0) === 0x80) end -= 1;
  return `${bytes.toString('utf8', 0, end)}…`;
}
