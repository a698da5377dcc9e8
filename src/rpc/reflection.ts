import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { BinaryReader } from '@bufbuild/protobuf/wire';
import type { Server } from '@grpc/grpc-js';
import { ReflectionService } from '@grpc/reflection';
import type { Turns } from '../turns/turns.js';
import { addGuest } from './guest-services.js';
import { paceStream } from './pace-stream.js';

/** The most bytes of a request: it holds a name of the schema, and comes back with its answer. */
const REQUEST_BYTES = 4096;

/** The most requests of one stream; a client that learns the whole schema sends some dozens. */
const STREAM_REQUESTS = 1000;

/**
 * Adds server reflection, v1 and v1alpha, of the descriptor set that buf built. It needs no credential, so it is held to
 * small requests, a number of them, and one answer in memory for each stream. It knows nothing of a file with a service that is
 * not shown, so that no name in it is told either.
 *
 * The files are handed over as they are in the set: a definition that went through `@grpc/proto-loader` has lost its
 * imports, and then grpcurl can't describe a message with a Struct.
 *
 * @param services the full names of the services to show.
 * @param turns in which it answers.
 */
export function addReflection(server: Server, services: readonly string[], turns: Turns): void {
  const isShown = (file: Uint8Array) => readServiceNames(file).every((name) => services.includes(name));
  const path = createRequire(import.meta.url).resolve('#descriptor-set');
  const files = { fileDescriptorProtos: splitDescriptorSet(readFileSync(path)).filter(isShown) };
  const reflection = new ReflectionService({ files } as never, { services: [...services] });
  addGuest(server, reflection, {
    requestBytes: REQUEST_BYTES,
    wrap: ({ ServerReflectionInfo }) => ({
      ServerReflectionInfo: paceStream(ServerReflectionInfo as Parameters<typeof paceStream>[0], {
        limit: STREAM_REQUESTS,
        turns,
      }),
    }),
  });
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

/** Reads the full names of the services that a serialized `google.protobuf.FileDescriptorProto` defines. */
function readServiceNames(file: Uint8Array): string[] {
  const reader = new BinaryReader(file);
  const names: string[] = [];
  let packageName = '';
  while (reader.pos < reader.len) {
    const [field, wireType] = reader.tag();
    if (field === 2) packageName = reader.string();
    else if (field === 6) names.push(readName(reader.bytes()));
    else reader.skip(wireType);
  }
  return names.map((name) => `${packageName}.${name}`);
}

function readName(service: Uint8Array): string {
  const reader = new BinaryReader(service);
  while (reader.pos < reader.len) {
    const [field, wireType] = reader.tag();
    if (field === 1) return reader.string();
    reader.skip(wireType);
  }
  throw new Error('a service of the descriptor set has no name');
}
