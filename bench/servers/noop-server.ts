/**
 * The ceiling: a bare grpc-js server that answers each rpc with the same ready bytes. What it can't do, no service on
 * grpc-js can. Run as `noop-server.ts PORT ANSWERS`, where ANSWERS is a JSON file of rpc path → base64 bytes.
 */
import { readFileSync } from 'node:fs';
import {
  type sendUnaryData,
  Server,
  ServerCredentials,
  type ServerUnaryCall,
  type UntypedHandleCall,
} from '@grpc/grpc-js';

const [port = '', answersFile = ''] = process.argv.slice(2);
const answers = JSON.parse(readFileSync(answersFile, 'utf8')) as Record<string, string>;

const identity = (bytes: Buffer) => bytes;
const server = new Server();
for (const [path, base64] of Object.entries(answers)) {
  const answer = Buffer.from(base64, 'base64');
  const handle = (_call: ServerUnaryCall<Buffer, Buffer>, callback: sendUnaryData<Buffer>) => {
    callback(null, answer);
  };
  server.addService(
    {
      call: {
        path,
        requestStream: false,
        responseStream: false,
        requestSerialize: identity,
        requestDeserialize: identity,
        responseSerialize: identity,
        responseDeserialize: identity,
      },
    },
    { call: handle as UntypedHandleCall },
  );
}
server.bindAsync(`127.0.0.1:${port}`, ServerCredentials.createInsecure(), (error) => {
  if (error !== null) throw error;
});
// Ends by itself, not by the signal, so that a profiler can write what it has seen.
process.once('SIGTERM', () => process.exit());
