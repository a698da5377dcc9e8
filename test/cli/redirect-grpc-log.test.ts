import { Writable } from 'node:stream';
import { Metadata, setLogger } from '@grpc/grpc-js';
import test from 'ava';
import { redirectGrpcLog } from '../../src/cli/redirect-grpc-log.js';
import { createLog } from '../../src/telemetry/log.js';

test('a header that grpc-js drops is logged by its name, and not by its value, which may be a credential', async (t) => {
  let written = '';
  const destination = new Writable({
    write(chunk: Buffer, _encoding, done) {
      written += chunk.toString();
      done();
    },
  });
  redirectGrpcLog(await createLog({ level: 'trace', pretty: false, destination }));
  t.teardown(() => {
    setLogger(console);
  });
  Metadata.fromHttp2Headers({ authorization: 'Bearer canary:\tcanary' });
  t.regex(written, /Failed to add metadata entry authorization/);
  t.notRegex(written, /canary/);
});
