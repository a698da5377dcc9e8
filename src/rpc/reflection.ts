import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { BinaryReader } from '@bufbuild/protobuf/wire';
import { ReflectionService } from '@grpc/reflection';

/**
 * Makes server reflection, v1 and v1alpha, of the descriptor set that buf built.
 *
 * The files are handed over as they are in the set: a definition that went through `@grpc/proto-loader` has lost its
 * imports, and then grpcurl can't describe a message with a Struct.
 *
 * @param services the full names of the services to show.
 */
export function createReflection(services: readonly string[]): ReflectionService {
  const path = createRequire(import.meta.url).resolve('#descriptor-set');
  const files = { fileDescriptorProtos: splitDescriptorSet(readFileSync(path)) };
  return new ReflectionService({ files } as never, { services: [...services] });
}

/** Takes a serialized `google.protobuf.FileDescriptorSet` apart: its files, each still serialized. */
function splitDescriptorSet(bytes: Uint8Array): Buffer[] {
  const reader = new BinaryReader(bytes);
  const files: Buffer[] = [];
  while (reader.pos < reader.len) {
    const [field, wireType] = reader.tag();
    if (field === 1) files.push(Buffer.from(reader.bytes()));
    else reader.skip(wireType);
  }
  return files;
}
