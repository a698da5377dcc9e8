import { LIMIT_BYTES } from '../../src/domain/size-limit.js';
import { fillDocument } from './fill-document.js';
import { HARD_MEMBERS } from './hard-members.js';
import { invitationPublicMetadata } from './invitation.js';
import { type Language, openLanguages } from './languages.js';
import { membershipPrivateMetadata, membershipPublicMetadata } from './membership.js';
import { organizationPrivateMetadata, organizationPublicMetadata } from './organization.js';
import type { SampleRecord } from './sample-record.js';

/**
 * Makes records as a product with customers all over the world has them: organizations one language after the other,
 * each followed by its memberships and invitations. Every fourth has {@link HARD_MEMBERS}; of every sixteen, one has
 * public metadata that ends at the limit or up to 7 bytes before it. None is over the limit.
 *
 * @param seed the same seed gives the same records.
 */
export function* generateRecords(seed: number, count: number): Generator<SampleRecord> {
  const languages = openLanguages(seed);
  let made = 0;
  for (let organization = 0; made < count; organization += 1) {
    const language = languages[organization % languages.length] ?? languages[0];
    for (const record of organizationWithPeople(language)) {
      if (made === count) return;
      yield vary(record, made, language);
      made += 1;
    }
  }
}

function* organizationWithPeople(language: Language): Generator<SampleRecord> {
  const { faker } = language;
  const organizationId = `org_${faker.string.alphanumeric(27)}`;
  yield {
    owner: { kind: 'organization', organizationId },
    publicMetadata: organizationPublicMetadata(language),
    privateMetadata: organizationPrivateMetadata(language),
  };
  for (let left = faker.number.int({ min: 1, max: 5 }); left > 0; left -= 1) {
    yield {
      owner: { kind: 'membership', organizationId, userId: `user_${faker.string.alphanumeric(27)}` },
      publicMetadata: membershipPublicMetadata(language),
      privateMetadata: membershipPrivateMetadata(language),
    };
  }
  for (let left = faker.number.int({ min: 0, max: 2 }); left > 0; left -= 1) {
    yield {
      owner: { kind: 'invitation', organizationId, invitationId: `orginv_${faker.string.alphanumeric(27)}` },
      publicMetadata: invitationPublicMetadata(language),
    };
  }
}

function vary(record: SampleRecord, index: number, language: Language): SampleRecord {
  if (index % 16 === 5) {
    const bytes = LIMIT_BYTES - (Math.floor(index / 16) % 8);
    return { ...record, publicMetadata: fillDocument(record.publicMetadata, bytes, language) };
  }
  if (index % 4 === 2) {
    const hard = HARD_MEMBERS[Math.floor(index / 4) % HARD_MEMBERS.length];
    return { ...record, publicMetadata: { ...record.publicMetadata, ...hard } };
  }
  return record;
}
