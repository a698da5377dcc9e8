import { status } from '@grpc/grpc-js';
import { GetOrganizationPublicMetadataRequest } from '../../gen/ts/orgmeta/v1/frontend_metadata.js';
import { numberedId } from '../numbered-documents.js';
import type { CallSource } from './call-source.js';

/** Makes a caller that reads the public metadata of one record after the other, by chance, out of so many. */
export function createRandomReader(records: number): CallSource {
  const template = Buffer.from(GetOrganizationPublicMetadataRequest.encode({ organizationId: numberedId(0) }).finish());
  const offset = template.indexOf(numberedId(0));
  return {
    template,
    prepare(message) {
      message.write(numberedId(Math.floor(Math.random() * records)), offset, 'latin1');
    },
    answered(code: status) {
      if (code !== status.OK) throw new Error(`a read was answered with status ${code}`);
    },
  };
}
