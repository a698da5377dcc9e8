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
  const loader = new DataLoader((reads: readonly OrganizationRead[]) => readAll(upstream, reads), {
    cache: false,
    maxBatchSize: BATCH,
    // Not earlier: requests of other connections come in the same turn.
    batchScheduleFn: (send) => setImmediate(send),
  });
  return (read) => loader.load(read);
}

async function readAll(
  upstream: Upstream,
  reads: readonly OrganizationRead[],
): Promise<(OrganizationAnswer | Error)[]> {
  const groups = new Map<string | undefined, OrganizationRead[]>();
  for (const read of reads) {
    const group = groups.get(read.authorization);
    if (group === undefined) groups.set(read.authorization, [read]);
    else group.push(read);
  }
  const answers = new Map<OrganizationRead, OrganizationAnswer | Error>();
  await Promise.all(
    [...groups.values()].map(async (group) => {
      const found = await readGroup(upstream, group);
      await Promise.all(
        group.map(async (read) => {
          // Who finds none, or found no room, is told so by the service itself.
          answers.set(read, found.get(read.organizationId) ?? (await readAlone(upstream, read)));
        }),
      );
    }),
  );
  return reads.map((read) => answers.get(read) ?? new Error('a read was lost'));
}

/** Reads what has the same credential, by the id; what is not in there is to be read alone. */
async function readGroup(
  upstream: Upstream,
  group: readonly OrganizationRead[],
): Promise<ReadonlyMap<string, OrganizationAnswer | Error>> {
  const [first] = group;
  if (first === undefined || group.length === 1) return new Map();
  const organizationIds = [...new Set(group.map(({ organizationId }) => organizationId))];
  const options = { authorization: first.authorization, signal: signalOfAll(group.map(({ signal }) => signal)) };
  try {
    const { metadata } = await upstream.call(rpcs.batchGetOrganizationPublicMetadata, { organizationIds }, options);
    return new Map(metadata.map((record) => [record.organizationId, toAnswer(record)]));
  } catch (error) {
    // An id that is malformed, or that the caller may not read, is no reason to refuse the others.
    if (error instanceof GatewayError && (error.status === 400 || error.status === 403)) return new Map();
    return new Map(organizationIds.map((id) => [id, error as Error]));
  }
}

async function readAlone(
  upstream: Upstream,
  { organizationId, ...options }: OrganizationRead,
): Promise<OrganizationAnswer | Error> {
  try {
    const { metadata } = await upstream.call(rpcs.getOrganizationPublicMetadata, { organizationId }, options);
    return metadata === undefined ? new Error('the upstream answered without a record') : toAnswer(metadata);
  } catch (error) {
    return error as Error;
  }
}

function toAnswer(record: OrganizationPublicMetadata): OrganizationAnswer {
  let json: string | undefined;
  return { etag: record.etag, toJson: () => (json ??= toRecordJson(record)) };
}
