/**
 * What a billing service does when an organization has bought a plan: frontends may see the plan, and only backends what it is paid with.
 *
 *     ORGMETA_KEY=om_sk_… npx tsx --conditions=source examples/typescript/update-plan.ts org_1 pro
 */
import { createClient, OrgmetaError } from '@orgmeta/client';

const [organizationId = 'org_1', plan = 'pro'] = process.argv.slice(2);
const { ORGMETA_ADDRESS: address = '127.0.0.1:50051', ORGMETA_KEY: credential } = process.env;
if (!credential) {
  console.error('set ORGMETA_KEY to a backend’s key, om_sk_…');
  process.exit(1);
}
const client = createClient({ address, credential });

try {
  const { publicMetadata, etag } = await client.organizations.updateOrganizationMetadata(organizationId, {
    publicMetadata: { plan, plan_since: new Date() },
    privateMetadata: { billing: { customer: 'cus_1', currency: 'EUR' } },
  });
  console.log(`${organizationId} has the plan ${String(publicMetadata.plan)} (etag ${etag})`);
} catch (error) {
  if (!(error instanceof OrgmetaError)) throw error;
  console.error(`${error.reason ?? error.code}: ${error.message}`);
  process.exitCode = 1;
} finally {
  client.close();
}
