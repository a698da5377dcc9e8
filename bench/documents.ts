import { fillDocument } from '../examples/data/fill-document.js';
import { openLanguages } from '../examples/data/languages.js';
import { organizationPublicMetadata } from '../examples/data/organization.js';
import type { JsonObject } from '../src/domain/json.js';

/**
 * Makes an organization's public metadata with exactly so many bytes of compact JSON, the same for the same seed.
 *
 * @param members are in it besides.
 */
export function makeDocument(seed: number, bytes: number, members: JsonObject = {}): JsonObject {
  const languages = openLanguages(seed);
  const language = languages[seed % languages.length] ?? languages[0];
  const { display_name, slogan, plan, brand } = organizationPublicMetadata(language);
  const document = { ...members, display_name, slogan, plan, brand } as JsonObject;
  return fillDocument(document, bytes, language);
}
