import type { ServiceDefinition } from '@grpc/grpc-js';
import { BinaryReader, type BinaryWriter } from '@bufbuild/protobuf/wire';
import { MessageWriter } from '../struct/message-writer.js';

/**
 * What a request that can't be read decodes to. A decoder that threw would end the call as INTERNAL; this is found by
 * the metadata-limit interceptor and answered with INVALID_ARGUMENT.
 */
export class MalformedMessage {
  readonly problem: string;

  constructor(problem: string) {
    this.problem = problem;
  }
}

/** The rpcs whose requests hold documents. */
const HOLDS_DOCUMENTS = /^(update|replace|list)/;

/** The messages of a generated file, among its other exports: each with its codec. */
export type Messages = Readonly<Record<string, unknown>>;

/** How a generated message is encoded. */
interface Encoder {
  encode(message: unknown, writer: BinaryWriter): BinaryWriter;
}

/** Serves all calls, since an answer is encoded in one go. */
const writer = new MessageWriter();

/**
 * Prepares a generated service for the server. Guards the decoding of its requests: one that is malformed, or that gives twice a document of which the
 * generated decoder would silently keep the last, decodes to a {@link MalformedMessage}. And encodes its answers with an {@link MessageWriter}.
 *
 * @param messages the exports of the generated file that the service is from.
 */
export function guardService<S extends ServiceDefinition>(service: S, messages: Messages): S {
  const guarded = Object.entries(service).map(([name, method]) => {
    const decode = method.requestDeserialize;
    const holdsDocuments = HOLDS_DOCUMENTS.test(name);
    const requestDeserialize = (bytes: Buffer): unknown => {
      try {
        return (holdsDocuments ? findRepeatedField(bytes) : undefined) ?? decode(bytes);
      } catch {
        return new MalformedMessage(
          'the request is not a valid message of this rpc; generate the client from its proto',
        );
      }
    };
    return [name, { ...method, requestDeserialize, responseSerialize: serializer(method.path, messages) }];
  });
  return Object.fromEntries(guarded) as S;
}

/** Finds a field that is given twice, which none of these requests has a use for. */
function findRepeatedField(bytes: Buffer): MalformedMessage | undefined {
  const reader = new BinaryReader(bytes);
  const seen = new Set<number>();
  while (reader.pos < reader.len) {
    const [field, wireType] = reader.tag();
    if (seen.has(field)) return new MalformedMessage(`the request gives field ${field} twice; give it once`);
    seen.add(field);
    reader.skip(wireType);
  }
  return undefined;
}

function serializer(path: string, messages: Messages): (answer: unknown) => Buffer {
  const name = `${path.split('/').at(-1) ?? ''}Response`;
  const message = messages[name] as Encoder | undefined;
  if (message === undefined) throw new Error(`${name} is not among the generated messages`);
  return (answer) => {
    try {
      message.encode(answer, writer.asBinaryWriter());
      return writer.finish();
    } finally {
      writer.reset();
    }
  };
}
