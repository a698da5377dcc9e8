import type { ClientHttp2Stream, IncomingHttpHeaders } from 'node:http2';
import { field } from '../raw.js';
import { frame, type RawConnection } from '../../rpc/raw-call.js';
import { CANARIES } from './canaries.js';

const UPDATE = '/orgmeta.v1.BackendMetadata/UpdateOrganizationMetadata';
const { private: hidden, argument, header } = CANARIES;

/** Calls that no gRPC client makes: headers and paths that are wrong, or not gRPC at all. Gives what came back to each. */
export async function provokeTransport({ call }: RawConnection, key: string): Promise<Buffer[]> {
  const authorization = `Bearer ${key}`;
  const attempts: readonly (readonly [string, Record<string, string>])[] = [
    [UPDATE, { authorization: `Bearer ${header}é` }],
    // The library sends it back to whoever sent it.
    [UPDATE, { authorization, 'grpc-timeout': argument }],
    [UPDATE, { authorization, 'grpc-encoding': header }],
    [UPDATE, { authorization, 'content-type': `text/${header}` }],
    [UPDATE, { authorization, 'user-agent': header, 'x-bin-bin': header }],
    [`/orgmeta.v1.BackendMetadata/${argument}`, { authorization }],
    [`/${argument}`, { authorization, cookie: header }],
    [UPDATE, { authorization, ':method': 'GET' }],
  ];
  const answers: Buffer[] = [];
  for (const [path, headers] of attempts) {
    const stream = call(path, headers);
    stream.end(frame(field(3, hidden)));
    answers.push(await readAll(stream));
  }
  return answers;
}

/** Asks health and reflection everything that they answer. Gives what came back. */
export async function askGuests({ call }: RawConnection): Promise<{ health: Buffer[]; reflection: Buffer[] }> {
  const ask = (path: string, ...messages: Uint8Array[]) => {
    const stream = call(path);
    for (const message of messages) stream.write(frame(message));
    stream.end();
    return readAll(stream);
  };
  const services = ['', 'orgmeta.v1.BackendMetadata', 'orgmeta.v1.FrontendMetadata', argument];
  const health = services.map((service) => ask('/grpc.health.v1.Health/Check', field(1, service)));
  const symbols = ['orgmeta.v1.BackendMetadata', 'orgmeta.v1.FrontendMetadata', 'orgmeta.v1.ErrorReason', argument];
  const reflection = ['v1', 'v1alpha'].map((version) =>
    ask(
      `/grpc.reflection.${version}.ServerReflection/ServerReflectionInfo`,
      field(7, '*'),
      ...symbols.map((symbol) => field(4, symbol)),
    ),
  );
  return {
    health: await Promise.all([...health, ask('/grpc.health.v1.Health/List', new Uint8Array())]),
    reflection: await Promise.all(reflection),
  };
}

/** Reads all that comes back on a stream: headers, messages, trailers. */
function readAll(stream: ClientHttp2Stream): Promise<Buffer> {
  const parts: Buffer[] = [];
  const keep = (headers: IncomingHttpHeaders) => {
    parts.push(Buffer.from(JSON.stringify(headers)));
    const details = headers['grpc-status-details-bin'];
    if (typeof details === 'string') parts.push(Buffer.from(details, 'base64'));
  };
  stream.on('response', keep);
  stream.on('trailers', keep);
  stream.on('data', (chunk: Buffer) => parts.push(chunk));
  return new Promise((resolve) => {
    stream.on('close', () => {
      resolve(Buffer.concat(parts));
    });
  });
}
