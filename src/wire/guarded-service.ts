import type { ServiceDefinition } from '@grpc/grpc-js';
import { BinaryReader } from '@bufbuild/protobuf/wire';
import type { EncodedAnswer } from './answer-encoder.js';

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

/** The most fields of such a request. A newer client may send fields with higher numbers, which are passed over. */
const MOST_FIELDS = 6;

/** A service whose answers are encoded before grpc-js gets them; it copies the bytes as soon as it has them. */
const READY_BYTES = { responseSerialize: (answer: unknown) => (answer as EncodedAnswer).bytes() };

/**
 * Prepares a generated service for the server. A request that is malformed, or that gives a field twice of which the
 * generated decoder would silently keep the last, decodes to a {@link MalformedMessage}. An answer is given as an
 * {@link EncodedAnswer}: an error of the encoder is then one of the handler.
 */
export function guardService<S extends ServiceDefinition>(service: S): S {
  const guarded = Object.entries(service).map(([name, method]) => {
    const decode = method.requestDeserialize;
    const holdsDocuments = HOLDS_DOCUMENTS.test(name);
    const requestDeserialize = guardDecoder(
      (bytes) => (holdsDocuments ? findRepeatedField(bytes) : undefined) ?? decode(bytes),
    );
    return [name, { ...method, ...READY_BYTES, requestDeserialize }];
  });
  return Object.fromEntries(guarded) as S;
}

/** Makes a decoder that never throws: what it can't read, or has more bytes than `limit`, is a {@link MalformedMessage}. */
export function guardDecoder(decode: (bytes: Buffer) => unknown, limit = Infinity): (bytes: Buffer) => unknown {
  return (bytes) => {
    if (bytes.length > limit) return new MalformedMessage(`a request of this rpc has at most ${limit} bytes`);
    try {
      return decode(bytes);
    } catch {
      return new MalformedMessage('the request is not a valid message of this rpc; generate the client from its proto');
    }
  };
}

/** Finds a field that is given twice, which none of these requests has a use for. */
function findRepeatedField(bytes: Buffer): MalformedMessage | undefined {
  const reader = new BinaryReader(bytes);
  const seen = new Set<number>();
  while (reader.pos < reader.len) {
    const [field, wireType] = reader.tag();
    if (seen.has(field)) return new MalformedMessage(`the request gives field ${field} twice; give it once`);
    if (field <= MOST_FIELDS) seen.add(field);
    reader.skip(wireType);
  }
  return undefined;
}
