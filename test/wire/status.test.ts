import { status } from '@grpc/grpc-js';
import test from 'ava';
import { BadRequest, ErrorInfo, RetryInfo } from 'nice-grpc-error-details';
import { Status } from 'nice-grpc-error-details/lib/proto/google/rpc/status.js';
import { argumentInvalid, metadataInvalid, metadataNotFound, OrgmetaError, REASONS } from '../../src/domain/errors.js';
import { toStatus } from '../../src/wire/status.js';

function detailsOf(error: OrgmetaError) {
  const [trailer] = toStatus(error).metadata.get('grpc-status-details-bin');
  return Status.decode(trailer as Buffer);
}

test('every reason goes out with an ErrorInfo of the domain orgmeta', (t) => {
  for (const reason of REASONS) {
    const { code, message, details } = detailsOf(new OrgmetaError(reason, 'words', { key: 'value' }));
    t.is(code, toStatus(new OrgmetaError(reason, 'words')).code);
    t.is(message, 'words');
    t.is(details[0]?.typeUrl, 'type.googleapis.com/google.rpc.ErrorInfo');
    t.like(ErrorInfo.decode(details[0]?.value ?? new Uint8Array()), {
      reason,
      domain: 'orgmeta',
      metadata: { key: 'value' },
    });
  }
});

test('a bad field is named by BadRequest too', (t) => {
  const [, request] = detailsOf(metadataInvalid('private_metadata', 'a.b', 'no')).details;
  t.like(BadRequest.decode(request?.value ?? new Uint8Array()), {
    fieldViolations: [{ field: 'private_metadata', description: 'private_metadata at a.b: no' }],
  });
  t.is(
    detailsOf(argumentInvalid('', 'not a message')).details.length,
    1,
    'a message that could not be read has no field',
  );
});

for (const reason of ['STORE_UNAVAILABLE', 'SERVICE_BUSY'] as const) {
  test(`${reason} says when to come back`, (t) => {
    const [, retry] = detailsOf(new OrgmetaError(reason, 'not now')).details;
    t.is(RetryInfo.decode(retry?.value ?? new Uint8Array()).retryDelay?.seconds, 1);
  });
}

test('an error that knows when a retry can help says so', (t) => {
  const [, retry] = detailsOf(new OrgmetaError('RATE_LIMITED', 'too many', {}, { retryAfterMs: 12_345 })).details;
  t.like(RetryInfo.decode(retry?.value ?? new Uint8Array()).retryDelay, { seconds: 12, nanos: 345_000_000 });
});

test('the largest error fits into the 4 KiB that other stacks accept in a trailer', (t) => {
  const ids = { kind: 'membership', organizationId: 'o'.repeat(128), userId: 'u'.repeat(128) } as const;
  for (const error of [metadataInvalid('public_metadata', '…'.repeat(85), 'x'.repeat(200)), metadataNotFound(ids)]) {
    const { metadata, details, code } = toStatus(error);
    const [trailer] = metadata.get('grpc-status-details-bin');
    t.true((trailer?.length ?? 0) * (4 / 3) + encodeURI(details).length < 4096);
    t.true(code === status.INVALID_ARGUMENT || code === status.NOT_FOUND);
  }
});
