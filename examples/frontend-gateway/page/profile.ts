import { cleanText } from './clean-text.js';
import { safeLink, safePicture } from './safe-url.js';

/** A link of a profile. */
export interface ProfileLink {
  readonly title: string;
  readonly url: URL;
}

/** What the page shows of an organization. Whatever was not there, or not as it must be, is left out. */
export interface Profile {
  readonly name: string | undefined;
  readonly tagline: string | undefined;
  /** The language of the name and the tagline (BCP 47). */
  readonly language: string | undefined;
  readonly picture: URL | undefined;
  readonly pictureDescription: string | undefined;
  readonly plan: string | undefined;
  readonly links: readonly ProfileLink[];
}

const MAX_LINKS = 20;

/** Reads a profile out of public metadata, which may hold anything. @param ownOrigin the page's, from which pictures may come */
export function readProfile(metadata: Readonly<Record<string, unknown>>, ownOrigin: string): Profile {
  return {
    name: cleanText(metadata.name, 250),
    tagline: cleanText(metadata.tagline, 400),
    language: readLanguage(metadata.language),
    picture: safePicture(metadata.picture, ownOrigin),
    pictureDescription: cleanText(metadata.picture_description, 250),
    plan: cleanText(metadata.plan, 40),
    links: readLinks(metadata.links),
  };
}

/** Tells whether a profile says nothing at all. */
export function isEmpty({ name, tagline, picture, plan, links }: Profile): boolean {
  return [name, tagline, picture, plan].every((part) => part === undefined) && links.length === 0;
}

function readLinks(value: unknown): readonly ProfileLink[] {
  if (!Array.isArray(value)) return [];
  const links = value.flatMap((link: unknown) => {
    const { title, url: written } = toMembers(link);
    const url = safeLink(written);
    return url === undefined ? [] : [{ title: cleanText(title, 250) ?? placeOf(url), url }];
  });
  return links.slice(0, MAX_LINKS);
}

/** Where a link leads, in short: the host, or the mailbox. */
export function placeOf(url: URL): string {
  return url.protocol === 'mailto:' ? url.pathname : url.host;
}

function readLanguage(value: unknown): string | undefined {
  try {
    return typeof value === 'string' ? Intl.getCanonicalLocales(value)[0] : undefined;
  } catch {
    return undefined;
  }
}

function toMembers(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
