import type { JsonObject } from '../../src/domain/json.js';
import type { Language } from './languages.js';

/** Makes what the other members see of a member. */
export function membershipPublicMetadata({ tag, faker }: Language): JsonObject {
  return {
    name: faker.person.fullName(),
    title: faker.person.jobTitle(),
    department: faker.commerce.department(),
    locale: tag,
    pronouns: faker.helpers.arrayElement([null, 'she/her', 'he/him', 'they/them']),
    skills: faker.helpers.multiple(() => ({ name: faker.hacker.verb(), level: faker.number.int(5) }), {
      count: { min: 0, max: 6 },
    }),
    preferences: { theme: faker.helpers.arrayElement(['dark', 'light']), pinned: [[faker.word.noun()], [], [[]]] },
    status: `${faker.internet.emoji()} ${faker.lorem.words(3)}`,
  };
}

/** Makes what only the backend knows of a member. */
export function membershipPrivateMetadata({ faker }: Language): JsonObject {
  return {
    employee_number: faker.number.int({ max: Number.MAX_SAFE_INTEGER }),
    salary: {
      amount: Number(faker.finance.amount({ min: 20_000, max: 200_000 })),
      currency: faker.finance.currencyCode(),
    },
    permissions: Object.fromEntries(
      ['billing', 'members', 'api/v2', 'reports.export'].map((area) => [
        area,
        { read: faker.datatype.boolean(), write: faker.datatype.boolean(), until: faker.date.future().toISOString() },
      ]),
    ),
    address: { street: faker.location.streetAddress(), city: faker.location.city(), zip: faker.location.zipCode() },
  };
}
