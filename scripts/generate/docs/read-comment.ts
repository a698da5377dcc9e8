import type { AnyDesc, DescFile } from '@bufbuild/protobuf';
import { getComments } from '@bufbuild/protoplugin';

/** A comment of a proto, taken apart. */
export interface ReadComment {
  /** Its text up to the first label, as paragraphs of one line each. */
  readonly text: string;
  /** What follows each label that was asked for, on one line. */
  readonly labelled: Readonly<Record<string, string>>;
  /** The lines that are indented as code, or undefined if there are none. */
  readonly code: string | undefined;
}

/**
 * Reads the comment above an element.
 *
 * @param labels the words, each followed by a colon at the beginning of a sentence, that the comment must have.
 * @throws Error that names the element and the label, if one is missing.
 */
export function readComment(element: Exclude<AnyDesc, DescFile>, labels: readonly string[] = []): ReadComment {
  const lines = (getComments(element).leading ?? '').split('\n').map((line) => line.replace(/^ /, ''));
  const code = lines.filter((line) => line.startsWith('    ')).map((line) => line.slice(4));
  const prose = lines.filter((line) => !line.startsWith('    ')).join('\n');
  const whole = prose
    .split(/\n{2,}/)
    .map((paragraph) => paragraph.replaceAll('\n', ' ').trim())
    .join('\n\n')
    .trim();
  const [text = '', ...rest] = whole.split(new RegExp(`(?:^|(?<=[.\n]) ?)(${labels.join('|') || '(?!)'}): `));
  const labelled: Record<string, string> = {};
  for (let index = 0; index < rest.length; index += 2) labelled[rest[index] ?? ''] = (rest[index + 1] ?? '').trim();
  const missing = labels.find((label) => labelled[label] === undefined);
  if (missing !== undefined) throw new Error(`the comment of ${element.toString()} says nothing of "${missing}:"`);
  return { text: text.trim(), labelled, code: code.length === 0 ? undefined : code.join('\n') };
}

/** Cuts the first sentence off a text. */
export function cutSentence(text: string): readonly [first: string, rest: string] {
  const [, first = text, rest = ''] = /^(.*?\.) (?=[A-Z])(.*)$/s.exec(text) ?? [];
  return [first, rest];
}
