/** Writes and reads an organization's metadata with the generated client: `ORGMETA_KEY=om_sk_… npm run example`. */
import { credentials, Metadata } from '@grpc/grpc-js';
import { BackendMetadataClient } from '../../gen/ts/orgmeta/v1/backend_metadata.js';

const address = process.env.ORGMETA_ADDRESS ?? '127.0.0.1:50051';
const client = new BackendMetadataClient(address, credentials.createInsecure());
const metadata = new Metadata();
metadata.set('authorization', `Bearer ${process.env.ORGMETA_KEY ?? ''}`);

client.updateOrganizationMetadata(
  {
    organizationId: 'org_1',
    publicMetadata: { seats: 5 },
    privateMetadata: undefined,
    etag: '',
    validateOnly: false,
  },
  metadata,
  { deadline: Date.now() + 5_000 },
  (error, response) => {
    if (error === null) console.log(response.metadata?.publicMetadata);
    else console.error(error.message);
    process.exitCode = error === null ? 0 : 1;
    client.close();
  },
);
