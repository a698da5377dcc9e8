import { readFile } from 'node:fs/promises';

/** A file that names the version of the packages, and what of it is the version: the first group of the pattern. */
export interface VersionPlace {
  readonly file: string;
  readonly pattern: RegExp;
}

const OF_JSON = /^ {2}"version": "(.+?)"/dm;
const OF_POM = /<artifactId>orgmeta-client<\/artifactId>\s+<version>(.+?)<\/version>/d;

/** Where the version of package.json stands besides. Go's module has it in its tag alone. */
export const VERSION_PLACES: readonly VersionPlace[] = [
  { file: 'package-lock.json', pattern: OF_JSON },
  { file: 'package-lock.json', pattern: /"name": "orgmeta",\n {6}"version": "(.+?)"/d },
  { file: 'package-lock.json', pattern: /"name": "@orgmeta\/client",\n {6}"version": "(.+?)"/d },
  { file: 'clients/typescript/package.json', pattern: OF_JSON },
  { file: 'clients/typescript/README.md', pattern: /orgmeta-client-(.+?)\.tgz/d },
  { file: 'clients/python/pyproject.toml', pattern: /^version = "(.+?)"/dm },
  { file: 'clients/java/pom.xml', pattern: OF_POM },
  { file: 'clients/java/README.md', pattern: OF_POM },
  { file: 'examples/java/pom.xml', pattern: OF_POM },
  { file: 'README.md', pattern: /^orgmeta (\S+) listening/dm },
  { file: 'CHANGELOG.md', pattern: /^## (\S+)/dm },
];

/** The version that all the others must be. */
export async function readVersion(): Promise<string> {
  return (JSON.parse(await readFile('package.json', 'utf8')) as { version: string }).version;
}

/** Where in a text the version is. @throws Error where it isn't */
export function findVersion(text: string, { file, pattern }: VersionPlace): [start: number, end: number] {
  const range = pattern.exec(text)?.indices?.[1];
  if (range === undefined) throw new Error(`${file} names no version as ${pattern.source}`);
  return range;
}
