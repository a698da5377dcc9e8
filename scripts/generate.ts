/** Makes everything in gen: `npm run generate`, or into another folder for the check that gen is fresh. */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

/** The descriptor sets that reflection serves: ours, health, and the details that our errors carry. */
const DESCRIPTOR_SETS = [
  ['--path', 'proto/orgmeta/v1'],
  ['node_modules/grpc-health-check/proto'],
  ['node_modules/google-proto-files', '--path', 'node_modules/google-proto-files/google/rpc/error_details.proto'],
];

/** Makes `gen` within `folder`, from the protos of the project that is the working directory. */
export async function generate(folder: string): Promise<void> {
  await buf('generate', '-o', folder);
  const temporary = await mkdtemp(path.join(tmpdir(), 'orgmeta-descriptors-'));
  try {
    const sets: Buffer[] = [];
    for (const [index, source] of DESCRIPTOR_SETS.entries()) {
      const file = path.join(temporary, `${index}.binpb`);
      await buf('build', ...source, '-o', file);
      sets.push(await readFile(file));
    }
    // Messages that follow one another are one message: the files of all sets.
    await writeFile(path.join(folder, 'gen/orgmeta.binpb'), Buffer.concat(sets));
  } finally {
    await rm(temporary, { recursive: true });
  }
}

async function buf(...args: string[]): Promise<void> {
  await promisify(execFile)('node_modules/.bin/buf', args);
}

if (process.argv[1] !== undefined && path.resolve(process.argv[1]) === import.meta.filename) await generate('.');
