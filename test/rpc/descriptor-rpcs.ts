import { readFileSync } from 'node:fs';
import { createFileRegistry, fromBinary, type DescMethod } from '@bufbuild/protobuf';
import { FileDescriptorSetSchema } from '@bufbuild/protobuf/wkt';

/** An rpc of the descriptor set that reflection serves. */
export interface DescribedRpc {
  readonly path: string;
  /** The full name of its service. */
  readonly service: string;
  readonly method: DescMethod;
}

/** Reads every rpc of every service in `gen/orgmeta.binpb`: what clients are told that there is. */
export function readDescribedRpcs(): DescribedRpc[] {
  const set = fromBinary(FileDescriptorSetSchema, readFileSync('gen/orgmeta.binpb'));
  return [...createFileRegistry(set).files].flatMap(({ services }) =>
    services.flatMap(({ typeName, methods }) =>
      methods.map((method) => ({ path: `/${typeName}/${method.name}`, service: typeName, method })),
    ),
  );
}
