import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { argumentInvalid } from '../domain/errors.js';
import { isJsonObject, type JsonObject, type JsonValue } from '../domain/json.js';
import type { BackendStore, ListQuery, Page, PublicStore, Store } from './store.js';

const ALGORITHM = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** What is sealed is of this length: the position of any store, which is two ids of 128 characters and a few more. */
const PADDED_BYTES = 384;

/**
 * Gives a store whose listings have sealed positions, so that they can be handed to callers as page tokens: a position may name
 * a record that the caller may not know of, so the token is encrypted, all tokens are equally long, and each is bound to the
 * listing, its filters and the caller's scope, so that it is useless with another.
 */
export function sealPages(store: Store): BackendStore & PublicStore {
  const seal = async <R>(method: string, query: ListQuery, list: (opened: ListQuery) => Promise<Page<R>>) => {
    const binding = Buffer.from(JSON.stringify([method, canonical(bindingOf(query))]));
    const after = query.after === undefined ? undefined : openToken(store.pageTokenKey, binding, query.after);
    const page = await list({ ...query, after });
    return page.next === undefined ? page : { ...page, next: sealToken(store.pageTokenKey, binding, page.next) };
  };
  return {
    get: (owner) => store.get(owner),
    getMany: (owners) => store.getMany(owners),
    getPublic: (owner) => store.getPublic(owner),
    getManyPublic: (owners) => store.getManyPublic(owners),
    write: (owner, change) => store.write(owner, change),
    delete: (owner, deletion) => store.delete(owner, deletion),
    accept: (invitation, userId) => store.accept(invitation, userId),
    list: (query) => seal('list', query, (opened) => store.list(opened)),
    listPublic: (query) => seal('listPublic', query, (opened) => store.listPublic(opened)),
  };
}

/** All that a page must share with the page before: everything but its size and its place. */
function bindingOf(query: ListQuery): JsonObject {
  return {
    kind: query.kind,
    organizationId: query.organizationId ?? null,
    userId: query.userId ?? null,
    organizations: query.organizations === undefined ? null : [...query.organizations].sort(),
    publicContains: query.publicContains ?? {},
    privateContains: query.privateContains ?? {},
  };
}

/** Sorts keys: a client may send the members of a filter in another order with every page. */
function canonical(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map(canonical);
  if (!isJsonObject(value)) return value;
  const members = Object.entries(value).map(([key, member]) => [key, canonical(member)] as const);
  return Object.fromEntries(members.sort(([left], [right]) => (left < right ? -1 : 1)));
}

function sealToken(key: Uint8Array, binding: Buffer, position: string): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(ALGORITHM, key, nonce, { authTagLength: TAG_BYTES }).setAAD(binding);
  const sealed = Buffer.concat([nonce, cipher.update(pad(position)), cipher.final(), cipher.getAuthTag()]);
  return sealed.toString('base64url');
}

function openToken(key: Uint8Array, binding: Buffer, token: string): string {
  try {
    const sealed = Buffer.from(token, 'base64url');
    if (sealed.toString('base64url') !== token) throw new Error('not base64url as it was sent');
    const nonce = sealed.subarray(0, NONCE_BYTES);
    const decipher = createDecipheriv(ALGORITHM, key, nonce, { authTagLength: TAG_BYTES }).setAAD(binding);
    decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
    const position = decipher.update(sealed.subarray(NONCE_BYTES, -TAG_BYTES));
    return unpad(Buffer.concat([position, decipher.final()]));
  } catch {
    throw argumentInvalid(
      'page_token',
      'is not of this listing; send the token of the page before with the same filters, or none to start again',
    );
  }
}

/** Writes the length of a position, the position, and zeros. */
function pad(position: string): Buffer {
  const padded = Buffer.alloc(PADDED_BYTES);
  const length = Buffer.byteLength(position);
  if (length > PADDED_BYTES - 2) throw new Error(`a position of ${length} bytes is too long for a page token`);
  padded.writeUInt16BE(length);
  padded.write(position, 2);
  return padded;
}

function unpad(padded: Buffer): string {
  return padded.toString('utf8', 2, 2 + padded.readUInt16BE());
}
