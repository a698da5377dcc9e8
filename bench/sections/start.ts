import {
  BackendMetadataService,
  GetOrganizationMetadataRequest,
  UpdateOrganizationMetadataRequest,
} from '../../gen/ts/orgmeta/v1/backend_metadata.js';
import { withRawCalls } from '../calls.js';
import { takeTurns } from '../report/take-turns.js';
import type { Section } from '../section.js';
import { makeServiceData, type ServiceData, startService } from '../servers/start-service.js';
import type { Workspace } from '../workspace.js';

const ORGANIZATION = { organizationId: 'org_start' };
const TARGET_MS = 1000;

/** The time from starting the process, built before, to its first answer that is OK. */
export const measureStart: Section = async ({ workspace, options, note }) => {
  const used = await makeServiceData(workspace);
  await startAndCall(workspace, used);
  return takeTurns(
    [
      {
        name: 'start to first answer, new data folder',
        unit: 'ms',
        target: TARGET_MS,
        measure: async () => startAndCall(workspace, await makeServiceData(workspace)),
      },
      {
        name: 'start to first answer, used data folder',
        unit: 'ms',
        target: TARGET_MS,
        measure: () => startAndCall(workspace, used),
      },
    ],
    options.rounds,
    note,
  );
};

/** Starts the service, writes a record and reads it, and returns the milliseconds until the write was answered. */
async function startAndCall(workspace: Workspace, data: ServiceData): Promise<number> {
  const change = { ...ORGANIZATION, publicMetadata: { started: true }, privateMetadata: undefined };
  const write = UpdateOrganizationMetadataRequest.encode({ ...change, etag: '', validateOnly: false }).finish();
  const read = GetOrganizationMetadataRequest.encode(ORGANIZATION).finish();

  const started = performance.now();
  const service = await startService(workspace, data);
  const elapsed = await withRawCalls(service.port, data.backendKey, async (call) => {
    await call(BackendMetadataService.updateOrganizationMetadata.path, Buffer.from(write));
    const answered = performance.now() - started;
    await call(BackendMetadataService.getOrganizationMetadata.path, Buffer.from(read));
    return answered;
  });
  await service.stop();
  return elapsed;
}
