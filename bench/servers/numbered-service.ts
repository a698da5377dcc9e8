import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import {
  FrontendMetadataService,
  GetOrganizationPublicMetadataRequest,
  GetOrganizationPublicMetadataResponse,
} from '../../gen/ts/orgmeta/v1/frontend_metadata.js';
import { withRawCalls } from '../calls.js';
import { createRandomReader } from '../load/random-reader.js';
import { runLoad } from '../load/run-load.js';
import { makeNumberedDocuments, numberedId } from '../numbered-documents.js';
import { ROOT } from '../workspace.js';
import { type ServerProcess, withoutOurSettings } from './start-process.js';
import type { ServiceData } from './start-service.js';

/** The rpc that reads are measured with. */
export const READ = FrontendMetadataService.getOrganizationPublicMetadata.path;

/** A service that has so many numbered records. */
export interface NumberedService {
  readonly server: ServerProcess;
  readonly data: ServiceData;
  readonly records: number;
}

/**
 * Fills a store with numbered records.
 *
 * @param place a data folder, or the connection string of a database.
 */
export async function fillStore(place: string, records: number): Promise<void> {
  const script = path.join(ROOT, 'bench/servers/fill-store.ts');
  const args = ['--import=tsx', script, place, String(records)];
  await promisify(execFile)(process.execPath, args, { cwd: ROOT, env: withoutOurSettings() });
}

/** Reads records by chance, and returns the answers a second. */
export async function readByChance(
  { server, data, records }: NumberedService,
  warmUp: number,
  seconds: number,
): Promise<number> {
  const { answersPerSecond } = await runLoad({
    port: server.port,
    path: READ,
    key: data.frontendKey,
    sources: Array.from({ length: 64 }, () => createRandomReader(records)),
    connections: 4,
    warmUpMs: warmUp * 1000,
    durationMs: seconds * 1000,
  });
  return answersPerSecond;
}

/** Reads some of the records and makes sure that each is the one that was written. */
export async function checkSample({ server: { port }, data, records }: NumberedService): Promise<void> {
  const documentOf = makeNumberedDocuments();
  await withRawCalls(port, data.frontendKey, async (call) => {
    for (let sample = 0; sample < 100; sample += 1) {
      const number = Math.floor((sample * (records - 1)) / 99);
      const { metadata } = GetOrganizationPublicMetadataResponse.decode(await call(READ, readRequest(number)));
      assert.deepEqual(metadata?.publicMetadata, documentOf(number));
    }
  });
}

/** The request for the record with this number. */
export function readRequest(number: number): Buffer {
  return Buffer.from(GetOrganizationPublicMetadataRequest.encode({ organizationId: numberedId(number) }).finish());
}
