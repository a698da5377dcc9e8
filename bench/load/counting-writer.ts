import { status } from '@grpc/grpc-js';
import { UpdateOrganizationMetadataRequest } from '../../gen/ts/orgmeta/v1/backend_metadata.js';
import type { CallSource } from './call-source.js';

/** One caller that counts up one member of one organization's public metadata, and never writes the same value twice. */
export interface CountingWriter extends CallSource {
  readonly organizationId: string;
  readonly member: string;
  /** The value whose update was answered with OK last. */
  readonly acknowledged: number;
}

/** A double whose bytes occur nowhere else in the template. */
const PLACEHOLDER = -1.2345678901234567e300;

/**
 * Makes a caller that updates `member` of `organizationId` with one after the other of the whole numbers after `start`.
 * An answer other than OK is thrown: an update that didn't happen would count as one that did.
 */
export function createCountingWriter(organizationId: string, member: string, start: number): CountingWriter {
  const template = Buffer.from(
    UpdateOrganizationMetadataRequest.encode({
      organizationId,
      publicMetadata: { [member]: PLACEHOLDER },
      privateMetadata: undefined,
      etag: '',
      validateOnly: false,
    }).finish(),
  );
  const placeholder = Buffer.alloc(8);
  placeholder.writeDoubleLE(PLACEHOLDER);
  const offset = template.indexOf(placeholder);
  let acknowledged = start;
  return {
    organizationId,
    member,
    template,
    get acknowledged() {
      return acknowledged;
    },
    prepare(message) {
      message.writeDoubleLE(acknowledged + 1, offset);
    },
    answered(code: status) {
      if (code !== status.OK) throw new Error(`an update was answered with status ${code}`);
      acknowledged += 1;
    },
  };
}
