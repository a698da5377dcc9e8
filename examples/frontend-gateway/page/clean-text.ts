/** Controls, and what turns the direction of the text that follows: nobody sees them, and they can make one name look like another. */
const UNSEEN = /[\p{Cc}\u202A-\u202E\u2066-\u2069]+/gu;

const graphemes = new Intl.Segmenter();

/**
 * Makes one line of what somebody wrote: without controls, and of so many characters, as people count them, at most.
 *
 * @returns undefined if it is no text, or nothing of it can be seen
 */
export function cleanText(value: unknown, maxLength: number): string | undefined {
  if (typeof value !== 'string') return undefined;
  const line = value.replaceAll(UNSEEN, ' ').replaceAll(/\s+/g, ' ').trim();
  if (!/[^\p{Cf}\s]/u.test(line)) return undefined;
  if (line.length <= maxLength) return line;
  const characters = [...graphemes.segment(line)].map(({ segment }) => segment);
  return characters.length <= maxLength ? line : `${characters.slice(0, maxLength).join('').trimEnd()}…`;
}
