import { readFile } from 'node:fs/promises';
import test from 'ava';
import { findVersion, readVersion, VERSION_PLACES } from '../../scripts/version-places.js';

for (const place of VERSION_PLACES) {
  test(`${place.file} has the version of package.json, by ${place.pattern.source}`, async (t) => {
    const text = await readFile(place.file, 'utf8');
    t.is(text.slice(...findVersion(text, place)), await readVersion());
  });
}
