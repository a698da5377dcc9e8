import { type CallOptions, credentials, Metadata, type ServiceError } from '@grpc/grpc-js';
import { BackendMetadataClient } from '../../gen/ts/orgmeta/v1/backend_metadata.js';
import type { JsonObject } from '../../src/domain/json.js';
import type { Owner } from '../../src/domain/owner.js';
import { StructBytes } from '../../src/struct/index.js';
import type { SampleRecord } from './sample-record.js';

/** What came back of a record. */
export interface StoredRecord {
  readonly publicMetadata: JsonObject | undefined;
  readonly privateMetadata: JsonObject | undefined;
  readonly publicSizeBytes: number;
  readonly privateSizeBytes: number;
}

/** The calls of the service that the seeding makes, as promises. */
export interface Service {
  /** Sets a record whole. Rejects with grpc-js's ServiceError, or with the codec's StructError. */
  replace(record: SampleRecord): Promise<void>;
  read(owner: Owner): Promise<StoredRecord>;
  close(): void;
}

type Callback<Response> = (error: ServiceError | null, response: Response) => void;

const CONNECT_MS = 5_000;
const CALL_MS = 30_000;

/**
 * Connects to a service with a backend key.
 *
 * @throws Error if nothing answers at the address within 5 seconds.
 */
export async function connectService(address: string, key: string): Promise<Service> {
  const client = new BackendMetadataClient(address, credentials.createInsecure());
  await new Promise<void>((resolve, reject) => {
    client.waitForReady(Date.now() + CONNECT_MS, (error) => {
      if (error === undefined) {
        resolve();
        return;
      }
      client.close();
      reject(new Error(`no service answers at ${address}; start one with \`npm start\`, or name its --address`));
    });
  });
  const metadata = new Metadata();
  metadata.set('authorization', `Bearer ${key}`);
  const call = <Response>(
    start: (metadata: Metadata, options: CallOptions, callback: Callback<Response>) => unknown,
  ): Promise<Response> =>
    new Promise((resolve, reject) => {
      start(metadata, { deadline: Date.now() + CALL_MS }, (error, response) => {
        if (error === null) resolve(response);
        else reject(error);
      });
    });
  return {
    async replace({ owner, publicMetadata, privateMetadata }) {
      // Encoded here, so that a document that can't be is an error of its own and not one of the call.
      const documents = { publicMetadata: encode(publicMetadata), privateMetadata: encode(privateMetadata) };
      const request = { ...owner, ...documents, etag: '', validateOnly: false };
      await call((...rest) => {
        if (request.kind === 'organization') return client.replaceOrganizationMetadata(request, ...rest);
        if (request.kind === 'membership') return client.replaceOrganizationMembershipMetadata(request, ...rest);
        return client.replaceOrganizationInvitationMetadata(request, ...rest);
      });
    },
    async read(owner) {
      const response = await call<{ metadata: Partial<StoredRecord> | undefined }>((...rest) => {
        if (owner.kind === 'organization') return client.getOrganizationMetadata(owner, ...rest);
        if (owner.kind === 'membership') return client.getOrganizationMembershipMetadata(owner, ...rest);
        return client.getOrganizationInvitationMetadata(owner, ...rest);
      });
      const { publicMetadata, privateMetadata, publicSizeBytes = 0, privateSizeBytes = 0 } = response.metadata ?? {};
      return { publicMetadata, privateMetadata, publicSizeBytes, privateSizeBytes };
    },
    close: () => {
      client.close();
    },
  };
}

function encode(document: JsonObject | undefined): StructBytes | undefined {
  return document && StructBytes.fromJson(document);
}
