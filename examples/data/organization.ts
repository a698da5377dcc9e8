import type { JsonObject } from '../../src/domain/json.js';
import type { Language } from './languages.js';

const PLANS = ['free', 'team', 'business', 'enterprise'] as const;
const FLAGS = ['sso', 'audit_log', 'beta.editor', 'api/v2', 'dark-mode', 'export:csv', 'ai_assistant'];

/** Makes what an organization shows to everyone: its profile, plan, feature flags and places. */
export function organizationPublicMetadata({ tag, faker }: Language): JsonObject {
  return {
    display_name: faker.company.name(),
    slogan: faker.company.catchPhrase(),
    language: tag,
    verified: faker.datatype.boolean(),
    founded: faker.date.past({ years: 40 }).getUTCFullYear(),
    plan: { name: faker.helpers.arrayElement(PLANS), seats: faker.number.int({ min: 1, max: 5000 }), trial_ends: null },
    features: featureFlags({ tag, faker }),
    offices: faker.helpers.multiple(
      () => ({
        city: faker.location.city(),
        street: faker.location.streetAddress(),
        coordinates: [faker.location.latitude(), faker.location.longitude()],
        open: faker.helpers.arrayElements(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']),
      }),
      { count: { min: 0, max: 4 } },
    ),
    brand: { primary: faker.color.rgb(), logo: faker.image.dataUri({ width: 16, height: 16, type: 'svg-base64' }) },
  };
}

/** Makes what only the backend of an organization's product knows: billing, contacts and internal notes. */
export function organizationPrivateMetadata({ faker }: Language): JsonObject {
  return {
    billing: {
      customer: `cus_${faker.string.alphanumeric(14)}`,
      currency: faker.finance.currencyCode(),
      balance: faker.number.int({ min: -50_000, max: 500_000 }) / 100,
      tax: { id: faker.string.alphanumeric({ length: 11, casing: 'upper' }), rate: faker.number.float({ max: 0.27 }) },
      invoices: faker.helpers.multiple(
        () => ({
          id: faker.string.uuid(),
          due: faker.date.soon({ days: 60 }).toISOString(),
          lines: faker.helpers.multiple(
            () => ({
              text: faker.commerce.productName(),
              quantity: faker.number.int(100),
              price: Number(faker.commerce.price()),
            }),
            { count: { min: 1, max: 4 } },
          ),
          paid: faker.datatype.boolean(),
        }),
        { count: { min: 0, max: 5 } },
      ),
    },
    contact: { name: faker.person.fullName(), phone: faker.phone.number(), title: faker.person.jobTitle() },
    risk: { score: faker.number.float(), flags: [], reviewed_by: null },
    notes: faker.lorem.sentences(2),
  };
}

function featureFlags({ faker }: Language): JsonObject {
  const entries = faker.helpers.arrayElements(FLAGS).map((flag) => [
    flag,
    {
      enabled: faker.datatype.boolean(),
      rollout: faker.number.float({ max: 1, fractionDigits: 2 }),
      rules: faker.helpers.multiple(
        () => ({
          attribute: faker.hacker.noun(),
          op: 'in',
          values: [faker.location.countryCode(), faker.number.int(9)],
        }),
        { count: { min: 0, max: 2 } },
      ),
    },
  ]);
  return Object.fromEntries(entries) as JsonObject;
}
