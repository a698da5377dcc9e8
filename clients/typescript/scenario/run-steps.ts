/** Runs the steps of the scenario that come on stdin, through the client, and writes what came of each to stdout: see clients/README.md. */
import { createInterface } from 'node:readline';
import { createClient, OrgmetaError, type OrgmetaClient } from '../src/index.js';

interface Step {
  readonly credential?: string;
  readonly call: string;
  readonly arguments: Readonly<Record<string, unknown>>;
}

const address = process.env.ORGMETA_ADDRESS ?? '127.0.0.1:50051';
const clients = new Map<string | undefined, OrgmetaClient>();

function clientOf(credential: string | undefined): OrgmetaClient {
  const known = clients.get(credential);
  if (known !== undefined) return known;
  const made = createClient({ address, ...(credential !== undefined && { credential }) });
  clients.set(credential, made);
  return made;
}

async function runStep({ credential, call, arguments: args }: Step): Promise<unknown> {
  const client = clientOf(credential);
  if (call === 'countUp') return countUp(client, args as unknown as Parameters<typeof countUp>[1]);
  const calls = { ...client.organizations, ...client.frontend } as unknown as Record<
    string,
    ((parameters: unknown) => Promise<unknown> | AsyncIterable<unknown>) | undefined
  >;
  const batch = call.startsWith('batchGet');
  const made = calls[call]?.(batch ? (args.organizationIds ?? args.keys) : args);
  if (made === undefined) throw new Error(`there is no call ${call}`);
  if (made instanceof Promise) return (await made) ?? {};
  const metadata = [];
  for await (const record of made) metadata.push(record);
  return { metadata };
}

/** Adds 1 to a member, so many times at once. */
async function countUp(
  { organizations }: OrgmetaClient,
  { organizationId, member, times }: { organizationId: string; member: string; times: number },
): Promise<unknown> {
  const add = () =>
    organizations.modifyOrganizationMetadata(organizationId, ({ publicMetadata, privateMetadata }) => ({
      publicMetadata: { ...publicMetadata, [member]: Number(publicMetadata[member] ?? 0) + 1 },
      privateMetadata,
    }));
  await Promise.all(Array.from({ length: times }, add));
  return organizations.getOrganizationMetadata(organizationId);
}

function describe(error: unknown): object {
  if (!(error instanceof OrgmetaError)) throw error;
  const { code, reason, metadata, field } = error;
  return { error: { code, reason, metadata, field } };
}

for await (const line of createInterface({ input: process.stdin })) {
  const outcome = await runStep(JSON.parse(line) as Step).then((result) => ({ result }), describe);
  console.log(JSON.stringify(outcome));
}
for (const client of clients.values()) client.close();
