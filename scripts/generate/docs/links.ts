import type { DescEnum, DescMessage, DescMethod } from '@bufbuild/protobuf';
import { listReasons } from './render-errors.js';

/** The Markdown link for each name that has a heading. */
export type Links = ReadonlyMap<string, string>;

/** What has a heading: rpcs and messages in the page itself, reasons in the page of errors. */
interface Linked {
  readonly methods: readonly DescMethod[];
  readonly messages: readonly DescMessage[];
  readonly reasons: DescEnum;
}

/** Makes the links; a heading's anchor is its text in lower case. */
export function linkTo({ methods, messages, reasons }: Linked): Links {
  return new Map([
    ...[...methods, ...messages].map(({ name }) => [name, `[${name}](#${name.toLowerCase()})`] as const),
    ...listReasons(reasons).map((reason) => [reason, `[${reason}](errors.md#${reason.toLowerCase()})`] as const),
    [reasons.name, `[${reasons.name}](errors.md)`],
  ]);
}

/** Makes links of the names that a text holds, in backticks or bare; not of `itself`, whose section the text is in. */
export function linkWithin(text: string, links: Links, itself?: string): string {
  return text.replaceAll(/`(\w+)`|\b[A-Z]\w+\b/g, (found, quoted?: string) => {
    const name = quoted ?? found;
    return name === itself ? found : (links.get(name) ?? found);
  });
}
