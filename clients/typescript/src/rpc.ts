import type { MethodDefinition } from '@grpc/grpc-js';

/** A generated rpc. Its request is whatever the caller of `Caller` was told to give. */
export type Rpc<Answer> = Pick<MethodDefinition<never, Answer>, 'path' | 'requestSerialize' | 'responseDeserialize'>;
