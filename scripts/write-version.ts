/** Writes the version of package.json wherever else it stands, but into CHANGELOG.md, where it gets a heading of its own. */
import { readFile, writeFile } from 'node:fs/promises';
import { findVersion, readVersion, VERSION_PLACES } from './version-places.js';

const version = await readVersion();
for (const place of VERSION_PLACES.filter(({ file }) => file !== 'CHANGELOG.md')) {
  const text = await readFile(place.file, 'utf8');
  const [start, end] = findVersion(text, place);
  await writeFile(place.file, text.slice(0, start) + version + text.slice(end));
}
