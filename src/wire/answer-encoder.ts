import type { BinaryWriter } from '@bufbuild/protobuf/wire';
import { MessageWriter } from '../struct/message-writer.js';

/** The messages of a generated file, among its other exports: each with its codec. */
export type Messages = Readonly<Record<string, unknown>>;

/** How a generated message is encoded. */
interface Codec {
  encode(message: unknown, writer: BinaryWriter): BinaryWriter;
}

/** Serves all calls, since an answer is encoded in one go. */
const writer = new MessageWriter();

/** How often an answer was encoded: the bytes of the latest are in the writer. */
let encodings = 0;

/**
 * An answer that can be encoded, since it was. Its bytes stay in the writer, from which grpc-js copies them into its frame: a copy
 * of our own, of up to 4 MB, would be garbage at once.
 */
export class EncodedAnswer {
  readonly #write: (to: BinaryWriter) => unknown;
  /** Which encoding its bytes are of. */
  #encoding = 0;
  #bytes: Buffer;

  /** @throws what `write` throws */
  constructor(write: (to: BinaryWriter) => unknown) {
    this.#write = write;
    this.#bytes = this.#encode();
  }

  /** How many bytes it has. */
  get length(): number {
    return this.#bytes.length;
  }

  /** Its bytes, which are its own until the next answer is encoded: they are encoded again if one was since. */
  bytes(): Buffer {
    if (this.#encoding !== encodings) this.#bytes = this.#encode();
    return this.#bytes;
  }

  #encode(): Buffer {
    encodings += 1;
    const bytes = writer.writeInPlace(this.#write);
    this.#encoding = encodings;
    return bytes;
  }
}

/**
 * Makes the encoder of an rpc's answers.
 *
 * @param path the path of the rpc, as `/orgmeta.v1.BackendMetadata/GetOrganizationMetadata`.
 * @param messages the exports of the generated file that the rpc is from.
 */
export function createAnswerEncoder(path: string, messages: Messages): (answer: unknown) => EncodedAnswer {
  const name = `${path.split('/').at(-1) ?? ''}Response`;
  const codec = messages[name] as Codec | undefined;
  if (codec === undefined) throw new Error(`${name} is not among the generated messages`);
  return (answer) => new EncodedAnswer((to) => codec.encode(answer, to));
}
