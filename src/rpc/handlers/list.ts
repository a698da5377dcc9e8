import type { Owner } from '../../domain/owner.js';
import type { ListQuery } from '../../store/store.js';
import type { KindOnWire } from '../../wire/kinds.js';
import { parseList, type ListFields } from '../../wire/parse-request.js';
import type { Handler } from '../unary.js';

/** The answer of every listing. */
interface ListAnswer<Resource> {
  metadata: Resource[];
  nextPageToken: string;
}

/** Reads from a request what is listed within. */
type ParseParent<Parent> = (request: Parent) => Pick<ListQuery, 'organizationId' | 'userId'>;

/** Answers `List{K}Metadata`. */
export function list<O extends Owner, Key, Resource, PublicResource, Parent>(
  kind: KindOnWire<O, Key, Resource, PublicResource>,
  parseParent: ParseParent<Parent>,
): Handler<Parent & ListFields, ListAnswer<Resource>> {
  return async (request, store) => {
    const query = parseList(kind, parseParent(request), request);
    const page = await store.list(query);
    const metadata = page.records.map((record) => kind.toResource(record.owner as O, record));
    return { metadata, nextPageToken: page.next ?? '' };
  };
}

/** Answers `ListOrganizationMembershipPublicMetadata`. */
export function listPublic<O extends Owner, Key, Resource, PublicResource, Parent>(
  kind: KindOnWire<O, Key, Resource, PublicResource>,
  parseParent: ParseParent<Parent>,
): Handler<Parent & ListFields, ListAnswer<PublicResource>> {
  return async (request, store) => {
    const query = parseList(kind, parseParent(request), request);
    const page = await store.listPublic(query);
    const metadata = page.records.map((record) => kind.toPublicResource(record.owner as O, record));
    return { metadata, nextPageToken: page.next ?? '' };
  };
}
