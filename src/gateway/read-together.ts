import DataLoader from 'dataloader';
import {
  FrontendMetadataService as rpcs,
  type OrganizationPublicMetadata,
} from '../../gen/ts/orgmeta/v1/frontend_metadata.js';
import { GatewayError } from './gateway-error.js';
import { signalOfAll } from './signal-of-all.js';
import { toRecordJson } from './record-json.js';
import type { CallOptions, Upstream } from './upstream.js';

/** A read of one organization, on behalf of one visitor. */
export interface OrganizationRead extends CallOptions {
  readonly organizationId: string;
}

/** What was read; visitors who asked in the same moment share it. */
export interface OrganizationAnswer {
  /** The etag of the service. */
  readonly etag: string;
  /** Its JSON, made once. */
  readonly toJson: () => string;
}

/** As many ids as a batch of the service takes. */
const BATCH = 100;

/**
 * Makes reads of organizations travel together: those that come in one turn of the event loop with the same credential are one call
 * of the service. A read is sent after its request came, so it sees every write that was answered before.
 *
 * @returns a read, which rejects with a GatewayError
 */
export function readTogether(upstream: Upstream): (read: OrganizationRead) => Promise<OrganizationAnswer> {
  // Of this turn alone, by the credential.
  const loaders = new Map<string | undefined, DataLoader<OrganizationRead, OrganizationAnswer | undefined>>();

  function loaderOf(authorization: string | undefined) {
    let loader = loaders.get(authorization);
    if (loader === undefined) {
      loader = new DataLoader((reads) => readBatch(upstream, reads, authorization), {
        cache: false,
        maxBatchSize: BATCH,
        // Not earlier: requests of other connections come in the same turn.
        batchScheduleFn: (send) =>
          setImmediate(() => {
            loaders.delete(authorization);
            send();
          }),
      });
      loaders.set(authorization, loader);
    }
    return loader;
  }

  // Who finds none, or found no room, is told so by the service itself.
  return async (read) => (await loaderOf(read.authorization).load(read)) ?? readAlone(upstream, read);
}

/** Reads what has the same credential; what has no answer then is to be read alone. */
async function readBatch(
  upstream: Upstream,
  reads: readonly OrganizationRead[],
  authorization: string | undefined,
): Promise<(OrganizationAnswer | undefined)[]> {
  if (reads.length === 1) return [undefined];
  const organizationIds = [...new Set(reads.map(({ organizationId }) => organizationId))];
  const options = { authorization, signal: signalOfAll(reads.map(({ signal }) => signal)) };
  try {
    const { metadata } = await upstream.call(rpcs.batchGetOrganizationPublicMetadata, { organizationIds }, options);
    const found = new Map(metadata.map((record) => [record.organizationId, toAnswer(record)]));
    return reads.map(({ organizationId }) => found.get(organizationId));
  } catch (error) {
    // An id that is malformed, or that the caller may not read, is no reason to refuse the others.
    if (error instanceof GatewayError && (error.status === 400 || error.status === 403)) {
      return reads.map(() => undefined);
    }
    throw error;
  }
}

async function readAlone(
  upstream: Upstream,
  { organizationId, ...options }: OrganizationRead,
): Promise<OrganizationAnswer> {
  const { metadata } = await upstream.call(rpcs.getOrganizationPublicMetadata, { organizationId }, options);
  if (metadata === undefined) throw new Error('the upstream answered without a record');
  return toAnswer(metadata);
}

function toAnswer(record: OrganizationPublicMetadata): OrganizationAnswer {
  let json: string | undefined;
  return { etag: record.etag, toJson: () => (json ??= toRecordJson(record)) };
}
