import assert from 'node:assert/strict';
import {
  BackendMetadataService,
  ReplaceOrganizationMetadataRequest,
} from '../../gen/ts/orgmeta/v1/backend_metadata.js';
import {
  FrontendMetadataService,
  GetOrganizationPublicMetadataRequest,
} from '../../gen/ts/orgmeta/v1/frontend_metadata.js';
import { withRawCalls } from '../calls.js';
import { LOAD_CORE } from '../cores.js';
import { makeDocument } from '../documents.js';
import { runHttpByChance } from '../load/http-by-chance.js';
import { runH2load, runHttpLoad } from '../load/h2load.js';
import { numberedId } from '../numbered-documents.js';
import { takeTurns } from '../report/take-turns.js';
import type { Section } from '../section.js';
import { fillStore } from '../servers/numbered-service.js';
import { makeServiceData, type ServiceData, startGateway, startService } from '../servers/start-service.js';
import type { Workspace } from '../workspace.js';

const RPC = FrontendMetadataService.getOrganizationPublicMetadata.path;
const ORGANIZATION = { organizationId: 'org_2abcdefghijklmnopqrstuvwxyz' };
const PATH = `/v1/organizations/${ORGANIZATION.organizationId}/public-metadata`;
const DOCUMENT = makeDocument(0, 2048);
const REQUEST = Buffer.from(GetOrganizationPublicMetadataRequest.encode(ORGANIZATION).finish());

/** How many records of 1 to 2 KB there are beside the document, to be read by chance. */
const RECORDS = 1000;

/**
 * Reads of one 2 KB document, and of others by chance, over HTTP through the gateway and by gRPC from the service itself. Each is alone on the core
 * of the server in its turn; the service behind the gateway is on the core of the load.
 */
export const measureGateway: Section = async ({ workspace, options, note }) => {
  const alone = await startWithDocument(workspace);
  const behind = await startWithDocument(workspace, { core: LOAD_CORE });
  const gateway = await startGateway(workspace, behind.server.port, behind.data.frontendKey);
  const { etag, bytes } = await readDocument(gateway.port);
  const http = { ...options, port: gateway.port, path: PATH };
  const measurements = await takeTurns(
    [
      {
        name: 'service, frontend read by gRPC',
        unit: 'calls/s',
        server: alone.server,
        measure: () =>
          runH2load(workspace, {
            ...options,
            port: alone.server.port,
            path: RPC,
            key: alone.data.frontendKey,
            request: REQUEST,
            answerBytes: bytes,
          }),
      },
      {
        name: 'gateway, read by HTTP',
        unit: 'calls/s',
        server: gateway,
        against: 'service, frontend read by gRPC',
        target: 0.5,
        measure: () => runHttpLoad({ ...http, headers: [], status: '2xx', answerBytes: bytes }),
      },
      {
        name: 'gateway, reads by chance by HTTP',
        unit: 'calls/s',
        server: gateway,
        against: 'service, frontend read by gRPC',
        measure: () => runHttpByChance({ ...http, nextPath: pathByChance }),
      },
      {
        name: 'gateway, 304',
        unit: 'calls/s',
        server: gateway,
        against: 'service, frontend read by gRPC',
        target: 0.6,
        measure: () => runHttpLoad({ ...http, headers: [`if-none-match: ${etag}`], status: '3xx', answerBytes: 0 }),
      },
    ],
    options.rounds,
    note,
  );
  await readDocument(gateway.port);
  return measurements;
};

function pathByChance(): string {
  return `/v1/organizations/${numberedId(Math.floor(Math.random() * RECORDS))}/public-metadata`;
}

async function startWithDocument(workspace: Workspace, how: { core?: number } = {}) {
  const data: ServiceData = await makeServiceData(workspace);
  await fillStore(data.folder, RECORDS);
  const server = await startService(workspace, data, how);
  const replace = { ...ORGANIZATION, publicMetadata: DOCUMENT, privateMetadata: {}, etag: '', validateOnly: false };
  const request = Buffer.from(ReplaceOrganizationMetadataRequest.encode(replace).finish());
  await withRawCalls(server.port, data.backendKey, (call) =>
    call(BackendMetadataService.replaceOrganizationMetadata.path, request),
  );
  return { server, data };
}

/** Reads the document through the gateway, and makes sure that it is the one that was written. */
async function readDocument(port: number): Promise<{ etag: string; bytes: number }> {
  const response = await fetch(`http://127.0.0.1:${port}${PATH}`);
  const text = await response.text();
  const { public_metadata: document } = JSON.parse(text) as { public_metadata: unknown };
  assert.deepEqual(document, DOCUMENT);
  return { etag: response.headers.get('etag') ?? '', bytes: 2000 };
}
