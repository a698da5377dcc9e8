import assert from 'node:assert/strict';
import {
  BackendMetadataService,
  GetOrganizationMetadataRequest,
  GetOrganizationMetadataResponse,
  ReplaceOrganizationMetadataRequest,
} from '../../gen/ts/orgmeta/v1/backend_metadata.js';
import {
  FrontendMetadataService,
  GetOrganizationPublicMetadataRequest,
  GetOrganizationPublicMetadataResponse,
} from '../../gen/ts/orgmeta/v1/frontend_metadata.js';
import { type RawCall, withRawCalls } from '../calls.js';
import { makeDocument } from '../documents.js';
import { runH2load } from '../load/h2load.js';
import { type Contender, takeTurns } from '../report/take-turns.js';
import type { Section } from '../section.js';
import { startNoop } from '../servers/start-noop.js';
import type { ServerProcess } from '../servers/start-process.js';
import { makeServiceData, type ServiceData, startService } from '../servers/start-service.js';
import { buildTsProtoCodec } from '../servers/ts-proto-codec/build-codec.js';
import type { Workspace } from '../workspace.js';

export const FRONTEND = FrontendMetadataService.getOrganizationPublicMetadata.path;
const BACKEND = BackendMetadataService.getOrganizationMetadata.path;
const ORGANIZATION = { organizationId: 'org_2abcdefghijklmnopqrstuvwxyz' };
const DOCUMENT = makeDocument(0, 2048);

export const FRONTEND_REQUEST = Buffer.from(GetOrganizationPublicMetadataRequest.encode(ORGANIZATION).finish());
const BACKEND_REQUEST = Buffer.from(GetOrganizationMetadataRequest.encode(ORGANIZATION).finish());

/** Reads of one 2 KB document: the ceiling, the service, and the service on ts-proto's own Struct codec. */
export const measureReads: Section = async ({ workspace, options, note }) => {
  const service = await startWithDocument(workspace);
  const tsProto = await startWithDocument(workspace, await buildTsProtoCodec(workspace));
  const answers = await readBoth(service);
  const ceiling = { ...service, server: await startNoop(workspace, answers) };

  const read = (name: string, path: typeof FRONTEND | typeof BACKEND, { server, data }: typeof service): Contender => ({
    name,
    server,
    unit: 'calls/s',
    measure: () =>
      runH2load(workspace, {
        ...options,
        port: server.port,
        path,
        key: path === FRONTEND ? data.frontendKey : data.backendKey,
        request: path === FRONTEND ? FRONTEND_REQUEST : BACKEND_REQUEST,
        answerBytes: answers[path].length,
      }),
  });
  const measurements = await takeTurns(
    [
      read('no-op, frontend read', FRONTEND, ceiling),
      { ...read('service, frontend read', FRONTEND, service), against: 'no-op, frontend read', target: 0.7 },
      { ...read("service on ts-proto's codec, frontend read", FRONTEND, tsProto), against: 'no-op, frontend read' },
      read('no-op, backend read', BACKEND, ceiling),
      { ...read('service, backend read', BACKEND, service), against: 'no-op, backend read', target: 0.7 },
    ],
    options.rounds,
    note,
  );
  await Promise.all([readBoth(service), readBoth(tsProto)]);
  return measurements;
};

/** A service that holds one document of 2 KB, and its keys. */
export interface ReadService {
  readonly server: ServerProcess;
  readonly data: ServiceData;
}

/** Starts a service on a data folder of its own, and writes the document. */
export async function startWithDocument(workspace: Workspace, how = {}): Promise<ReadService> {
  const data = await makeServiceData(workspace);
  const server = await startService(workspace, data, how);
  const replace = { ...ORGANIZATION, publicMetadata: DOCUMENT, privateMetadata: {}, etag: '', validateOnly: false };
  const request = Buffer.from(ReplaceOrganizationMetadataRequest.encode(replace).finish());
  await withRawCalls(server.port, data.backendKey, (call) =>
    call(BackendMetadataService.replaceOrganizationMetadata.path, request),
  );
  return { server, data };
}

/** Reads the document both ways, makes sure that it is the one that was written, and returns the answers' bytes. */
export async function readBoth({
  server: { port },
  data,
}: ReadService): Promise<Record<typeof FRONTEND | typeof BACKEND, Buffer>> {
  const frontend = await withRawCalls(port, data.frontendKey, (call: RawCall) => call(FRONTEND, FRONTEND_REQUEST));
  const backend = await withRawCalls(port, data.backendKey, (call: RawCall) => call(BACKEND, BACKEND_REQUEST));
  assert.deepEqual(GetOrganizationPublicMetadataResponse.decode(frontend).metadata?.publicMetadata, DOCUMENT);
  assert.deepEqual(GetOrganizationMetadataResponse.decode(backend).metadata?.publicMetadata, DOCUMENT);
  return { [FRONTEND]: frontend, [BACKEND]: backend };
}
