import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ExecutionContext } from 'ava';

export const SECRET_KEY = 'sk_test_of_the_stub';

/** A membership or an invitation at Clerk, by the id of its user or its own. */
export interface StubChild {
  readonly id: string;
  readonly publicMetadata?: unknown;
  readonly privateMetadata?: unknown;
  /** Of an invitation. */
  readonly status?: string;
}

export interface StubOrganization {
  readonly id: string;
  publicMetadata?: unknown;
  privateMetadata?: unknown;
  memberships?: readonly StubChild[];
  invitations?: readonly StubChild[];
}

/** What is answered in place of a list: an error, or nothing at all. */
export type StubFault = { readonly status: number; readonly headers?: Record<string, string> } | 'hang';

export interface ClerkStub {
  readonly url: string;
  /** The path and query of each request. */
  readonly requests: string[];
  /** What to run `orgmeta import --from-clerk` with. */
  readonly env: Record<string, string>;
}

/**
 * Serves lists of Clerk's Backend API, in the shapes that Clerk publishes, until the test ends.
 *
 * @param fault says what is wrong with a request, by how many came before it.
 */
export async function startClerkStub(
  t: Pick<ExecutionContext, 'teardown'>,
  organizations: readonly StubOrganization[],
  fault: (path: string, earlier: number) => StubFault | undefined = () => undefined,
): Promise<ClerkStub> {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    const wrong = fault(path, requests.length);
    requests.push(path);
    if (wrong === 'hang') return;
    const isKnown = request.headers.authorization === `Bearer ${SECRET_KEY}`;
    const body = wrong === undefined && isKnown ? answer(organizations, new URL(path, 'http://stub')) : undefined;
    const status = wrong?.status ?? (isKnown ? (body === undefined ? 404 : 200) : 401);
    response.writeHead(status, { 'content-type': 'application/json', ...wrong?.headers });
    const error = { code: 'stub', message: 'refused', long_message: 'The stub refuses this', meta: {} };
    response.end(JSON.stringify(body ?? { errors: [error], clerk_trace_id: 'trace' }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.teardown(() => {
    server.closeAllConnections();
    server.close();
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { url, requests, env: { CLERK_SECRET_KEY: SECRET_KEY, CLERK_API_URL: url } };
}

function answer(organizations: readonly StubOrganization[], { pathname, searchParams }: URL): object | undefined {
  const [, , , id, list] = pathname.split('/');
  const organization = organizations.find((one) => one.id === id);
  const page = (items: readonly object[]) => {
    const offset = Number(searchParams.get('offset') ?? 0);
    const data = items.slice(offset, offset + Number(searchParams.get('limit') ?? 10));
    return { data, total_count: items.length };
  };
  if (pathname === '/v1/organizations') return page(organizations.map(toOrganization));
  if (organization === undefined) return undefined;
  if (list === 'memberships') {
    return page((organization.memberships ?? []).map((child) => toMembership(organization, child)));
  }
  if (list !== 'invitations') return undefined;
  const statuses = searchParams.getAll('status');
  const invitations = organization.invitations ?? [];
  return page(
    invitations
      .filter(({ status = 'pending' }) => statuses.length === 0 || statuses.includes(status))
      .map((child) => toInvitation(organization, child)),
  );
}

const TIMES = { created_at: 1_700_000_000_000, updated_at: 1_700_000_001_000 };

function toOrganization({ id, publicMetadata = {}, privateMetadata = {} }: StubOrganization) {
  return {
    object: 'organization',
    id,
    name: `Name of ${id}`,
    slug: id,
    image_url: 'https://img.example/x.png',
    has_image: false,
    max_allowed_memberships: 5,
    admin_delete_enabled: true,
    public_metadata: publicMetadata,
    private_metadata: privateMetadata,
    created_by: 'user_1',
    ...TIMES,
  };
}

function toMembership(organization: StubOrganization, { id, publicMetadata = {}, privateMetadata = {} }: StubChild) {
  return {
    object: 'organization_membership',
    id: `orgmem_${organization.id}_${id}`,
    role: 'org:member',
    permissions: [],
    public_metadata: publicMetadata,
    private_metadata: privateMetadata,
    organization: toOrganization(organization),
    public_user_data: {
      user_id: id,
      identifier: `${id}@example.com`,
      first_name: 'First',
      last_name: null,
      image_url: '',
      has_image: false,
    },
    ...TIMES,
  };
}

function toInvitation(organization: StubOrganization, child: StubChild) {
  const { id, publicMetadata = {}, privateMetadata = {}, status = 'pending' } = child;
  return {
    object: 'organization_invitation',
    id,
    email_address: `${id}@example.com`,
    role: 'org:member',
    role_name: 'Member',
    organization_id: organization.id,
    public_organization_data: null,
    status,
    public_metadata: publicMetadata,
    private_metadata: privateMetadata,
    url: null,
    expires_at: 1_800_000_000_000,
    ...TIMES,
  };
}
