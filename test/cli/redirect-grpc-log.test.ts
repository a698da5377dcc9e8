import { Metadata, setLogger } from '@grpc/grpc-js';
import test from 'ava';
import { redirectGrpcLog } from '../../src/cli/redirect-grpc-log.js';
import { createWrittenLog } from '../telemetry/written-log.js';

test('of a header that grpc-js drops the log says nothing, since it may be a credential, but that there was an error', async (t) => {
  const { log, written } = await createWrittenLog('trace');
  redirectGrpcLog(log);
  t.teardown(() => {
    setLogger(console);
  });
  Metadata.fromHttp2Headers({ authorization: 'Bearer canary:\tcanary' });
  t.regex(written(), /the gRPC transport met an error/);
  t.notRegex(written(), /canary/);
});
