import test from 'ava';
import { ErrorReason } from '../../gen/ts/orgmeta/v1/error_reason.js';
import {
  argumentInvalid,
  metadataInvalid,
  metadataNotFound,
  OrgmetaError,
  REASONS,
  type Reason,
} from '../../src/domain/errors.js';

test('the closed list of reasons is the enum ErrorReason of the proto', (t) => {
  const names = Object.entries(ErrorReason)
    .filter(([name, value]) => typeof value === 'number' && name !== 'UNSPECIFIED')
    .map(([name]) => name);
  t.deepEqual([...REASONS].sort(), names.sort());
});

test('an error carries its reason, its metadata and, for the log, its cause', (t) => {
  const cause = new Error('inside');
  const error = new OrgmetaError('STORE_UNAVAILABLE', 'the store does not answer', {}, { cause });
  t.true(error instanceof Error);
  t.is(error.name, 'OrgmetaError');
  t.is(error.reason, 'STORE_UNAVAILABLE');
  t.is(error.message, 'the store does not answer');
  t.deepEqual(error.metadata, {});
  t.is(error.cause, cause);
});

test('an error is made without a trace, and those that are made after it have theirs', (t) => {
  t.regex(new OrgmetaError('METADATA_NOT_FOUND', 'no').stack ?? '', /^OrgmetaError: no$/);
  t.regex(new Error('a bug').stack ?? '', /errors\.test/);
});

const made: {
  title: string;
  error: OrgmetaError;
  reason: Reason;
  message: string;
  metadata: Record<string, string>;
}[] = [
  {
    title: 'an argument by its field',
    error: argumentInvalid('keys[3].user_id', 'is empty'),
    reason: 'ARGUMENT_INVALID',
    message: 'keys[3].user_id is empty',
    metadata: { field: 'keys[3].user_id' },
  },
  {
    title: 'a message that can not be read at all',
    error: argumentInvalid('', 'the message is malformed'),
    reason: 'ARGUMENT_INVALID',
    message: 'the message is malformed',
    metadata: { field: '' },
  },
  {
    title: 'a document by its field and path',
    error: metadataInvalid('public_metadata', 'billing.rate', 'NaN is not JSON'),
    reason: 'METADATA_INVALID',
    message: 'public_metadata at billing.rate: NaN is not JSON',
    metadata: { field: 'public_metadata', path: 'billing.rate' },
  },
  {
    title: 'a document as a whole',
    error: metadataInvalid('public_metadata', '', 'is invalid'),
    reason: 'METADATA_INVALID',
    message: 'public_metadata: is invalid',
    metadata: { field: 'public_metadata', path: '' },
  },
  {
    title: 'an organization without a record',
    error: metadataNotFound({ kind: 'organization', organizationId: 'org' }),
    reason: 'METADATA_NOT_FOUND',
    message: 'this organization has no metadata; check the ids',
    metadata: { organization_id: 'org' },
  },
  {
    title: 'a membership without a record',
    error: metadataNotFound({ kind: 'membership', organizationId: 'org', userId: 'user' }),
    reason: 'METADATA_NOT_FOUND',
    message: 'this membership has no metadata; check the ids',
    metadata: { organization_id: 'org', user_id: 'user' },
  },
  {
    title: 'an invitation without a record',
    error: metadataNotFound({ kind: 'invitation', organizationId: 'org', invitationId: 'inv' }),
    reason: 'METADATA_NOT_FOUND',
    message: 'this invitation has no metadata; check the ids',
    metadata: { organization_id: 'org', invitation_id: 'inv' },
  },
];

for (const { title, error, reason, message, metadata } of made) {
  test(`an error names ${title}`, (t) => {
    t.is(error.reason, reason);
    t.is(error.message, message);
    t.deepEqual(error.metadata, metadata);
  });
}
