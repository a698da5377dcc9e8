/**
 * Makes everything in gen, what clients copy, and the reference pages of docs: `npm run generate`, or into another folder
 * for the check that they are fresh.
 */
import path from 'node:path';
import { findMissing } from '../toolchain/need.js';
import { generateDescriptorSet } from './descriptor-set.js';
import { generateDocs } from './docs/generate-docs.js';
import { LANGUAGES } from './language.js';
import { copyServiceConfig } from './service-config.js';

/** A part of gen that couldn't be made here. */
export interface NotGenerated {
  /** Its folder in gen. */
  readonly name: string;
  /** What must be installed to make it. */
  readonly missing: string;
}

/**
 * Makes `gen`, what clients copy, and the reference pages of `docs` within `folder`, from the project that is the working
 * directory, and tells what it couldn't.
 */
export async function generate(folder: string): Promise<NotGenerated[]> {
  const notGenerated: NotGenerated[] = [];
  for (const language of LANGUAGES) {
    const missing = findMissing(language.needs);
    if (missing === undefined) await language.generate(folder);
    else notGenerated.push({ name: language.name, missing });
  }
  await generateDescriptorSet(folder);
  await copyServiceConfig(folder);
  await generateDocs(folder);
  return notGenerated;
}

if (process.argv[1] !== undefined && path.resolve(process.argv[1]) === import.meta.filename) {
  for (const { name, missing } of await generate('.'))
    console.log(`gen/${name} is left as it was: it needs ${missing}`);
}
