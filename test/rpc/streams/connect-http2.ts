import { once } from 'node:events';
import { connect, createServer, type ClientHttp2Session, type Http2Server } from 'node:http2';
import type { AddressInfo } from 'node:net';
import type { ExecutionContext } from 'ava';

/** A server of HTTP/2 that does nothing by itself, and a client that connects to it, until the test ends. */
export async function connectHttp2(
  t: ExecutionContext,
): Promise<{ readonly server: Http2Server; readonly client: ClientHttp2Session }> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const client = connect(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  t.teardown(() => {
    client.destroy();
    server.close();
  });
  return { server, client };
}
