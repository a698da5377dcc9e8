import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runBuf } from './run-buf.js';

/** The descriptor sets that reflection serves: ours, health, and the details that our errors carry. */
const SOURCES = [
  ['--path', 'proto/orgmeta/v1'],
  ['node_modules/grpc-health-check/proto'],
  ['node_modules/google-proto-files', '--path', 'node_modules/google-proto-files/google/rpc/error_details.proto'],
];

/** Makes `gen/orgmeta.binpb`, which reflection serves, within `folder`. */
export async function generateDescriptorSet(folder: string): Promise<void> {
  const temporary = await mkdtemp(path.join(tmpdir(), 'orgmeta-descriptors-'));
  try {
    const sets: Buffer[] = [];
    for (const [index, source] of SOURCES.entries()) {
      const file = path.join(temporary, `${index}.binpb`);
      await runBuf(['build', ...source, '-o', file]);
      sets.push(await readFile(file));
    }
    // Messages that follow one another are one message: the files of all sets.
    await writeFile(path.join(folder, 'gen/orgmeta.binpb'), Buffer.concat(sets));
  } finally {
    await rm(temporary, { recursive: true });
  }
}
