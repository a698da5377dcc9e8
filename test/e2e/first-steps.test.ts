import test from 'ava';
import { needGrpcurl, paste } from './grpcurl.js';
import { makeDataFolder, startService } from './service.js';

test('the first start prints a key of each role and grpcurl lines that work as pasted', async (t) => {
  const grpcurl = needGrpcurl(t);
  if (grpcurl === undefined) return;
  const { dataDir, remove } = await makeDataFolder();
  t.teardown(remove);
  const service = await startService({ dataDir });
  t.teardown(() => service.stop('SIGKILL'));

  const lines = service.output().split('\n');
  const pasted = lines.map((line) => line.trim()).filter((line) => line.startsWith('grpcurl '));
  t.true(pasted.length >= 2, service.output());
  const answers = pasted.map((line) => paste(grpcurl, line));
  for (const { code, output } of answers) t.is(code, 0, output);
  t.regex(answers[0]?.output ?? '', /"privateMetadata"/);
  t.regex(answers[1]?.output ?? '', /"publicMetadata"/);
  t.notRegex(answers[1]?.output ?? '', /private/i);

  const secret = /om_sk_\w+/.exec(service.output())?.[0] ?? '';
  const publishable = /om_pk_\w+/.exec(service.output())?.[0] ?? '';
  const { address } = service;
  const call = (key: string, data: string, method: string) =>
    paste(grpcurl, `grpcurl -plaintext -H 'authorization: Bearer ${key}' -d '${data}' ${address} orgmeta.v1.${method}`);

  const refused = call(publishable, '{"organization_id":"org_1"}', 'BackendMetadata/UpdateOrganizationMetadata');
  t.regex(refused.output, /PermissionDenied/);
  t.regex(refused.output, /ROLE_NOT_ALLOWED/, 'grpcurl shows the details in words');
  const large = call(
    secret,
    `{"organization_id":"org_1","public_metadata":{"text":"${'x'.repeat(9000)}"}}`,
    'BackendMetadata/UpdateOrganizationMetadata',
  );
  t.regex(large.output, /InvalidArgument/);
  t.regex(large.output, /METADATA_TOO_LARGE/);
});

test('grpcurl lists and describes both services, with their documents, and asks for their health', async (t) => {
  const grpcurl = needGrpcurl(t);
  if (grpcurl === undefined) return;
  const { dataDir, remove } = await makeDataFolder();
  t.teardown(remove);
  const service = await startService({ dataDir });
  t.teardown(() => service.stop('SIGKILL'));
  const { address } = service;

  const listed = paste(grpcurl, `grpcurl -plaintext ${address} list`);
  t.regex(listed.output, /orgmeta\.v1\.BackendMetadata\norgmeta\.v1\.FrontendMetadata/);
  t.notRegex(listed.output, /storage/);
  const described = paste(
    grpcurl,
    `grpcurl -plaintext ${address} describe orgmeta.v1.UpdateOrganizationMetadataRequest`,
  );
  t.regex(described.output, /\.google\.protobuf\.Struct public_metadata = 2/);
  for (const name of ['', 'orgmeta.v1.BackendMetadata', 'orgmeta.v1.FrontendMetadata']) {
    const health = paste(
      grpcurl,
      `grpcurl -plaintext -d '{"service":"${name}"}' ${address} grpc.health.v1.Health/Check`,
    );
    t.regex(health.output, /"status": "SERVING"/, name);
  }
});
