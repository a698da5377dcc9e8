import assert from 'node:assert/strict';
import {
  BackendMetadataService,
  GetOrganizationMetadataRequest,
  GetOrganizationMetadataResponse,
  ReplaceOrganizationMetadataRequest,
  UpdateOrganizationMetadataRequest,
} from '../../gen/ts/orgmeta/v1/backend_metadata.js';
import type { JsonObject } from '../../src/domain/json.js';
import { withRawCalls } from '../calls.js';
import { makeDocument } from '../documents.js';
import { type CountingWriter, createCountingWriter } from '../load/counting-writer.js';
import { runLoad } from '../load/run-load.js';
import { type Contender, takeTurns } from '../report/take-turns.js';
import type { Section, SectionContext } from '../section.js';
import { startNoop } from '../servers/start-noop.js';
import type { ServerProcess } from '../servers/start-process.js';
import { makeServiceData, startService } from '../servers/start-service.js';

const GET = BackendMetadataService.getOrganizationMetadata.path;
const REPLACE = BackendMetadataService.replaceOrganizationMetadata.path;
const UPDATE = BackendMetadataService.updateOrganizationMetadata.path;

/** How many updates are under way at a time. */
const WRITERS = 64;
/** Has as many digits as every number that is counted to, so that the documents keep their length. */
const START = 1_000_000;

/**
 * Durable updates of a 2 KB document, 64 under way: of 64 documents, and of 64 members of one. Each really changes the
 * document, and after each round every document holds the values that were acknowledged last.
 */
export const measureUpdates: Section = async (context) => {
  const { workspace, options, note } = context;
  const data = await makeServiceData(workspace);
  const service = await startService(workspace, data);

  const numbers = Array.from({ length: WRITERS }, (_, index) => String(index).padStart(2, '0'));
  const separate = numbers.map((number) => createCountingWriter(`org_separate_${number}`, `member_${number}`, START));
  const together = numbers.map((number) => createCountingWriter('org_together_00', `member_${number}`, START));
  const idle = numbers.map((number) => createCountingWriter(`org_separate_${number}`, `member_${number}`, START));

  const documents = await writeDocuments(service.port, data.backendKey, [...separate, ...together]);
  const noop = await startNoop(workspace, { [UPDATE]: await updateOnce(service.port, data.backendKey) });

  const update = (name: string, server: ServerProcess, writers: CountingWriter[]): Contender => ({
    name,
    server,
    unit: 'calls/s',
    measure: () => measureWriters(context, server.port, data.backendKey, writers),
  });
  const checked = (contender: Contender, writers: CountingWriter[]): Contender => ({
    ...contender,
    against: 'no-op, update',
    target: 0.45,
    measure: async () => {
      const rate = await contender.measure();
      await checkWriters(service.port, data.backendKey, documents, writers);
      return rate;
    },
  });
  return takeTurns(
    [
      update('no-op, update', noop, idle),
      checked(update('service, updates of 64 owners', service, separate), separate),
      checked(update('service, updates of one owner', service, together), together),
    ],
    options.rounds,
    note,
  );
};

async function measureWriters(
  { options, note }: SectionContext,
  port: number,
  key: string,
  writers: CountingWriter[],
): Promise<number> {
  const { answersPerSecond, loadCpu } = await runLoad({
    port,
    path: UPDATE,
    key,
    sources: writers,
    connections: 4,
    warmUpMs: options.warmUpSeconds * 1000,
    durationMs: options.seconds * 1000,
  });
  if (loadCpu > 0.8) note('the load generator was busy itself: the server may do more', loadCpu);
  return answersPerSecond;
}

/** Writes the documents that the writers count in, each of 2 KB with all its members. */
async function writeDocuments(port: number, key: string, writers: CountingWriter[]): Promise<Map<string, JsonObject>> {
  const members = new Map<string, JsonObject>();
  for (const { organizationId, member, acknowledged } of writers) {
    members.set(organizationId, { ...members.get(organizationId), [member]: acknowledged });
  }
  const documents = new Map([...members].map(([id, counted]) => [id, makeDocument(0, 2048, counted)]));
  await withRawCalls(port, key, async (call) => {
    for (const [organizationId, publicMetadata] of documents) {
      const request = { organizationId, publicMetadata, privateMetadata: {}, etag: '', validateOnly: false };
      await call(REPLACE, Buffer.from(ReplaceOrganizationMetadataRequest.encode(request).finish()));
    }
  });
  return documents;
}

/** Makes one update that changes nothing, for the bytes of its answer. */
function updateOnce(port: number, key: string): Promise<Buffer> {
  const request = { organizationId: 'org_separate_00', publicMetadata: {}, privateMetadata: undefined };
  const bytes = UpdateOrganizationMetadataRequest.encode({ ...request, etag: '', validateOnly: false }).finish();
  return withRawCalls(port, key, (call) => call(UPDATE, Buffer.from(bytes)));
}

/** Reads what the writers wrote, and makes sure that it is what was acknowledged, and that all else is as it was. */
async function checkWriters(
  port: number,
  key: string,
  documents: Map<string, JsonObject>,
  writers: CountingWriter[],
): Promise<void> {
  const expected = new Map<string, JsonObject>();
  for (const { organizationId, member, acknowledged } of writers) {
    const before = expected.get(organizationId) ?? documents.get(organizationId) ?? {};
    assert.ok(acknowledged > START, `${organizationId} ${member} was never updated`);
    expected.set(organizationId, { ...before, [member]: acknowledged });
  }
  await withRawCalls(port, key, async (call) => {
    for (const [organizationId, document] of expected) {
      const answer = await call(GET, Buffer.from(GetOrganizationMetadataRequest.encode({ organizationId }).finish()));
      assert.deepEqual(GetOrganizationMetadataResponse.decode(answer).metadata?.publicMetadata, document);
    }
  });
}
