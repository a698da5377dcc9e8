import type { JsonObject } from '../../src/domain/json.js';
import type { Language } from './languages.js';

/** Makes what an invitation will give to the membership that it becomes. */
export function invitationPublicMetadata({ tag, faker }: Language): JsonObject {
  return {
    greeting: faker.lorem.sentence(),
    invited_by: faker.person.fullName(),
    locale: tag,
    role: faker.helpers.arrayElement(['admin', 'member', 'guest']),
    teams: faker.helpers.multiple(() => faker.commerce.department(), { count: { min: 1, max: 3 } }),
    campaign: { id: faker.string.nanoid(), expires: faker.date.future().toISOString(), tags: [] },
  };
}
