/** Finds the name that somebody who wrote `wrong` most probably meant; undefined if none is near. */
export function suggestName(wrong: string, names: readonly string[]): string | undefined {
  let best: string | undefined;
  // More than a third wrong is another word.
  let least = Math.floor(wrong.length / 3) + 1;
  for (const name of names) {
    const distance = countEdits(wrong, name);
    if (distance < least) [best, least] = [name, distance];
  }
  return best;
}

/** Counts the characters that must be inserted, removed or replaced to make one word of the other (Levenshtein). */
function countEdits(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let line = 0; line < from.length; line += 1) {
    const next = [line + 1];
    for (let column = 0; column < to.length; column += 1) {
      const replaced = (row[column] ?? 0) + (from[line] === to[column] ? 0 : 1);
      next.push(Math.min(replaced, (row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
