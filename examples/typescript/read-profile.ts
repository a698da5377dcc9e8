/**
 * What a page's server does: it reads what is public of an organization, and shows it.
 *
 *     ORGMETA_KEY=om_pk_… npx tsx --conditions=source examples/typescript/read-profile.ts org_1
 */
import { createClient, OrgmetaError } from '@orgmeta/client';

const [organizationId = 'org_1'] = process.argv.slice(2);
const { ORGMETA_ADDRESS: address = '127.0.0.1:50051', ORGMETA_KEY: credential } = process.env;
if (!credential) {
  console.error('set ORGMETA_KEY to a frontend’s key, om_pk_…');
  process.exit(1);
}
const client = createClient({ address, credential });

try {
  const { publicMetadata } = await client.frontend.getOrganizationPublicMetadata(organizationId);
  console.log(publicMetadata);
} catch (error) {
  if (!(error instanceof OrgmetaError)) throw error;
  const unknown = error.reason === 'METADATA_NOT_FOUND';
  console.error(
    unknown ? `${organizationId} has no public profile` : `${error.reason ?? error.code}: ${error.message}`,
  );
  process.exitCode = 1;
} finally {
  client.close();
}
