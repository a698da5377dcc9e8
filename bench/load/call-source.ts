/** Makes the calls of one caller, one after the other: the next is made when the one before is answered. */
export interface CallSource {
  /** The request message as protobuf bytes. Every request of this caller has this length. */
  readonly template: Buffer;
  /**
   * Changes the message, a copy of the template that is used again and again, into the next request. Is called once more
   * for the same request if the server says that it has not begun it.
   */
  prepare(message: Buffer): void;
  /**
   * Is told of each answer.
   *
   * @param status the gRPC status; {@link NO_STATUS} if the answer had none, {@link RESET} if the stream was reset.
   */
  answered(status: number): void;
}

export const NO_STATUS = -1;
export const RESET = -2;
