import test from 'ava';
import { BackendMetadataService } from '../../gen/ts/orgmeta/v1/backend_metadata.js';
import { ACCESS_RULES } from '../../src/rpc/access-rules.js';
import { readDescribedRpcs } from './descriptor-rpcs.js';

test('every rpc of the descriptor set has a rule, and beside those only reflection has', (t) => {
  const described = readDescribedRpcs().map(({ path }) => path);
  const ruled = [...ACCESS_RULES.keys()].filter((path) => !path.startsWith('/grpc.reflection.'));
  t.deepEqual(ruled.sort(), described.sort());
});

test('every rpc of the backend needs a backend credential', (t) => {
  for (const { path } of Object.values(BackendMetadataService)) {
    t.deepEqual(ACCESS_RULES.get(path), { credential: 'required', role: 'backend' });
  }
});

test('without a credential only exact ids of organizations and invitations can ever be read', (t) => {
  const optional = [...ACCESS_RULES].filter(([, rule]) => rule.credential === 'optional').map(([path]) => path);
  t.deepEqual(optional, [
    '/orgmeta.v1.FrontendMetadata/GetOrganizationPublicMetadata',
    '/orgmeta.v1.FrontendMetadata/BatchGetOrganizationPublicMetadata',
    '/orgmeta.v1.FrontendMetadata/GetOrganizationInvitationPublicMetadata',
  ]);
});
