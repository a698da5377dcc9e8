import {
  ar,
  base,
  bn_BD,
  de,
  dv,
  el,
  en,
  Faker,
  fa,
  generateMersenne53Randomizer,
  he,
  hy,
  ja,
  ka_GE,
  ko,
  ku_ckb,
  mk,
  ne,
  ru,
  th,
  uk,
  ur,
  vi,
  zh_CN,
  zh_TW,
  type LocaleDefinition,
} from '@faker-js/faker';

/** The languages whose names and words the data is made of, by BCP 47 tag; between them they use 15 scripts. */
const LANGUAGES: Record<string, LocaleDefinition> = {
  en,
  ar,
  'zh-CN': zh_CN,
  ja,
  ne,
  el,
  ru,
  he,
  th,
  ko,
  hy,
  ka: ka_GE,
  dv,
  bn: bn_BD,
  fa,
  'zh-TW': zh_TW,
  uk,
  ur,
  vi,
  ckb: ku_ckb,
  mk,
  de,
};

/** A source of random names and words in one language. */
export interface Language {
  /** The BCP 47 tag. */
  readonly tag: string;
  readonly faker: Faker;
}

/** The day that all random dates are near, so that data made today and next year is the same. */
const REFERENCE_DATE = '2025-06-01T00:00:00.000Z';

/**
 * Opens every language on one source of chance: the same seed, asked the same questions in the same order, gives the
 * same answers. What a language has no words for comes in English.
 */
export function openLanguages(seed: number): [Language, ...Language[]] {
  const randomizer = generateMersenne53Randomizer(seed);
  const languages = Object.entries(LANGUAGES).map(([tag, locale]) => {
    const faker = new Faker({ locale: [locale, en, base], randomizer });
    faker.setDefaultRefDate(REFERENCE_DATE);
    return { tag, faker };
  });
  return languages as [Language, ...Language[]];
}
