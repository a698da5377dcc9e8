import type { ServerInterceptor } from '@grpc/grpc-js';
import { argumentInvalid, metadataInvalid } from '../../domain/errors.js';
import type { JsonObject } from '../../domain/json.js';
import { mergePatch } from '../../domain/merge.js';
import { checkLimit } from '../../domain/size-limit.js';
import { StructFault } from '../../struct/index.js';
import { MalformedMessage } from '../../wire/guarded-service.js';
import type { ToStatus } from '../report-error.js';
import { PassingCall } from './passing-call.js';

/** The fields of requests that hold documents, and their names in the proto. */
const DOCUMENT_FIELDS = [
  ['publicMetadata', 'public_metadata'],
  ['privateMetadata', 'private_metadata'],
  ['publicContains', 'public_contains'],
  ['privateContains', 'private_contains'],
] as const;

type DocumentFields = Partial<Record<(typeof DOCUMENT_FIELDS)[number][0], JsonObject | StructFault>>;

/**
 * Refuses a request whose documents break the rules or can never fit, and one that could not be read, before it reaches
 * a handler. Whether a merged document fits, the store decides inside the write.
 */
export function metadataLimit({ toStatus }: { readonly toStatus: ToStatus }): ServerInterceptor {
  return function metadataLimitInterceptor(method, call) {
    return new LimitedCall(call, method.path, toStatus).asCall();
  };
}

class LimitedCall extends PassingCall {
  readonly #path: string;
  readonly #toStatus: ToStatus;

  constructor(call: ConstructorParameters<typeof PassingCall>[0], path: string, toStatus: ToStatus) {
    super(call);
    this.#path = path;
    this.#toStatus = toStatus;
  }

  override onReceiveMessage(message: unknown): void {
    try {
      checkMessage(message, this.#path);
    } catch (error) {
      this.inner.sendStatus(this.#toStatus(error, this.#path));
      return;
    }
    super.onReceiveMessage(message);
  }
}

function checkMessage(message: unknown, path: string): void {
  if (message instanceof MalformedMessage) throw argumentInvalid('', message.problem);
  for (const [key, field] of DOCUMENT_FIELDS) {
    const document = (message as DocumentFields)[key];
    if (document === undefined) continue;
    if (document instanceof StructFault) throw metadataInvalid(field, document.path, document.problem);
    // In a patch, members that are null don't count: they only remove.
    checkLimit(field, path.includes('/Update') ? mergePatch({}, document) : document);
  }
}
