import { readFileSync } from 'node:fs';
import {
  createFileRegistry,
  type DescField,
  type DescMessage,
  fromBinary,
  fromJson,
  type JsonValue,
  toBinary,
} from '@bufbuild/protobuf';
import { FileDescriptorSetSchema } from '@bufbuild/protobuf/wkt';
import { field } from '../../e2e/raw.js';

/** An rpc, and messages that it takes. */
export interface CallableRpc {
  readonly path: string;
  /** Answers for as long as its caller likes. */
  readonly lasts: boolean;
  readonly messages: readonly Buffer[];
}

const DOCUMENT = {
  text: 'välue',
  number: 1.5,
  list: [1, null, true, { a: [] }],
  deep: { er: { est: 'x' } },
  gone: null,
};

/** Reflection is not in the set that it serves: one request of each kind. */
const REFLECTION = ['v1', 'v1alpha'].map((version) => ({
  path: `/grpc.reflection.${version}.ServerReflection/ServerReflectionInfo`,
  lasts: false,
  messages: [
    field(7, '*'),
    field(3, 'orgmeta/v1/backend_metadata.proto'),
    field(4, 'orgmeta.v1.BackendMetadata'),
    field(5, Buffer.concat([field(1, 'google.protobuf.Struct'), Buffer.of(16, 1)])),
    field(6, 'google.protobuf.Struct'),
  ].map((message) => Buffer.from(message)),
}));

/** Lists every rpc of the services in the descriptor set, and of reflection, with an empty and a full message for each. */
export function listRpcs(): CallableRpc[] {
  const set = fromBinary(FileDescriptorSetSchema, readFileSync('gen/orgmeta.binpb'));
  const registry = createFileRegistry(set);
  const rpcs: CallableRpc[] = [];
  for (const type of registry) {
    if (type.kind !== 'service') continue;
    for (const { name, input, methodKind } of type.methods) {
      const full = toBinary(input, fromJson(input, fillMessage(input), { registry }));
      rpcs.push({
        path: `/${type.typeName}/${name}`,
        lasts: methodKind === 'server_streaming',
        messages: [Buffer.alloc(0), Buffer.from(full)],
      });
    }
  }
  return [...rpcs, ...REFLECTION];
}

function fillMessage(message: DescMessage): JsonValue {
  if (message.typeName === 'google.protobuf.Struct') return DOCUMENT;
  return Object.fromEntries(message.fields.map((each) => [each.jsonName, fillField(each)]));
}

function fillField(each: DescField): JsonValue {
  switch (each.fieldKind) {
    case 'list':
      return each.listKind === 'message' ? [fillMessage(each.message), fillMessage(each.message)] : ['id-a', 'id-b'];
    case 'message':
      return fillMessage(each.message);
    case 'scalar':
      return { page_size: 3, etag: '', validate_only: false, force: true, service: '' }[each.name] ?? `${each.name}-1`;
    case 'enum':
    case 'map':
      throw new Error(`no request has had a field like ${each.name}: say here what it may hold`);
  }
}
