import type { Context } from 'hono';
import { StructBytes } from '../struct/struct-bytes.js';
import { StructError } from '../struct/struct-error.js';
import { bodyInvalid, documentInvalid, parameterUnknown } from './clerk-error.js';
import { visitorLeft } from './gateway-error.js';
import { limitDocument } from './limit-document.js';

/** The members of a body, as they came. */
export type ClerkBody = Readonly<Record<string, unknown>>;

/**
 * Reads the JSON object that a request has for a body. No body is `{}`: Clerk's SDK sends none if nothing is in it.
 *
 * @param known which members it may have; one that would be passed over is refused, since a misspelt name loses data.
 * @throws GatewayError if it is something else
 */
export async function readBody(context: Context, known: readonly string[]): Promise<ClerkBody> {
  const body = parseObject(await readBytes(context));
  const unknown = Object.keys(body).find((name) => !known.includes(name));
  if (unknown === undefined) return body;
  throw parameterUnknown(unknown.slice(0, 64), `is not a parameter of this request, which takes ${known.join(', ')}`);
}

/**
 * Takes a metadata document out of a body, its keys as they came.
 *
 * @param verb whether it is merged into what is there, or replaces it
 * @returns the document as the service is sent it, or undefined if the body has none
 * @throws GatewayError if it is no object, or one that breaks a rule: `__proto__`, nesting past 32 levels… or
 *   one so far over the limit that the service would not take the message
 */
export function takeDocument(
  body: ClerkBody,
  field: 'public_metadata' | 'private_metadata',
  verb: 'merge' | 'replace',
): StructBytes | undefined {
  const document = Object.hasOwn(body, field) ? body[field] : undefined;
  if (document === undefined) return undefined;
  if (typeof document !== 'object' || document === null || Array.isArray(document)) {
    throw documentInvalid(field, 'must be a JSON object; {} clears it when it replaces what is there');
  }
  const struct = encode(document, field);
  limitDocument(field, document, struct.bytes.byteLength, verb === 'merge');
  return struct;
}

function encode(document: object, field: string): StructBytes {
  try {
    return StructBytes.fromJson(document as Parameters<typeof StructBytes.fromJson>[0]);
  } catch (error) {
    if (!(error instanceof StructError)) throw error;
    throw documentInvalid(field, error.fault.problem, error.fault.path);
  }
}

async function readBytes(context: Context): Promise<ArrayBuffer> {
  try {
    return await context.req.arrayBuffer();
  } catch (error) {
    throw visitorLeft(error);
  }
}

function parseObject(bytes: ArrayBuffer): ClerkBody {
  if (bytes.byteLength === 0) return {};
  try {
    const body: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    if (typeof body === 'object' && body !== null && !Array.isArray(body)) return body as ClerkBody;
  } catch {
    // What the parser says would repeat a part of the body.
  }
  throw bodyInvalid();
}
