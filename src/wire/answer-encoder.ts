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

/**
 * Makes the encoder of an rpc's answers.
 *
 * @param path the path of the rpc, as `/orgmeta.v1.BackendMetadata/GetOrganizationMetadata`.
 * @param messages the exports of the generated file that the rpc is from.
 */
export function createAnswerEncoder(path: string, messages: Messages): (answer: unknown) => Buffer {
  const name = `${path.split('/').at(-1) ?? ''}Response`;
  const codec = messages[name] as Codec | undefined;
  if (codec === undefined) throw new Error(`${name} is not among the generated messages`);
  return (answer) => writer.write((to) => codec.encode(answer, to));
}
