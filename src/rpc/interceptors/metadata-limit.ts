import { ServerInterceptingCall, type ServerInterceptor } from '@grpc/grpc-js';
import { argumentInvalid, metadataInvalid } from '../../domain/errors.js';
import type { JsonObject } from '../../domain/json.js';
import { mergePatch } from '../../domain/merge.js';
import { checkLimit } from '../../domain/size-limit.js';
import { StructFault } from '../../struct/index.js';
import { MalformedMessage } from '../../wire/guarded-service.js';
import type { ToStatus } from '../report-error.js';

/** The fields of requests that hold documents, and their names in the proto. */
const DOCUMENT_FIELDS = {
  publicMetadata: 'public_metadata',
  privateMetadata: 'private_metadata',
  publicContains: 'public_contains',
  privateContains: 'private_contains',
} as const;

type DocumentFields = Partial<Record<keyof typeof DOCUMENT_FIELDS, JsonObject | StructFault>>;

/**
 * Refuses a request whose documents break the rules or can never fit, and one that could not be read, before it reaches
 * a handler. Whether a merged document fits, the store decides inside the write.
 */
export function metadataLimit({ toStatus }: { readonly toStatus: ToStatus }): ServerInterceptor {
  return function metadataLimitInterceptor(method, call) {
    const isUpdate = method.path.includes('/Update');
    return new ServerInterceptingCall(call, {
      start(next) {
        next({
          onReceiveMessage(message: unknown, pass) {
            try {
              checkMessage(message, isUpdate);
            } catch (error) {
              call.sendStatus(toStatus(error, method.path));
              return;
            }
            pass(message);
          },
        });
      },
    });
  };
}

function checkMessage(message: unknown, isUpdate: boolean): void {
  if (message instanceof MalformedMessage) throw argumentInvalid('', message.problem);
  for (const [key, document] of Object.entries(message as DocumentFields)) {
    const field = DOCUMENT_FIELDS[key as keyof DocumentFields] as string | undefined;
    if (field === undefined) continue;
    if (document instanceof StructFault) throw metadataInvalid(field, document.path, document.problem);
    // In a patch, members that are null don't count: they only remove.
    if (document !== undefined) checkLimit(field, isUpdate ? mergePatch({}, document) : document);
  }
}
