import { chmodSync } from 'node:fs';
import { lookup } from 'node:dns/promises';
import { createServer, isIP, type AddressInfo, type ListenOptions, type Server, type Socket } from 'node:net';

/** Reading and writing, which is connecting, for the user and the group. */
const SOCKET_MODE = 0o660;

/** Sockets that listen. */
export interface Listener {
  /** The port, where one was bound. */
  readonly port: number | undefined;
  /** Takes no more connections; those that are open stay. */
  close(): void;
}

/**
 * Listens on an address, `host:port`, `[IPv6]:port` or `unix:PATH`, and gives each connection, which nobody reads yet, to
 * `onConnection`. A name that stands for several addresses is bound on each that can be, all with the same port.
 *
 * @throws the error of the system if none can be bound
 */
export async function listen(address: string, onConnection: (socket: Socket) => void): Promise<Listener> {
  const servers: Server[] = [];
  const errors: unknown[] = [];
  let port: number | undefined;
  for (const place of await resolve(address)) {
    try {
      const server = await open(port === undefined ? place : { ...place, port }, onConnection);
      servers.push(server);
      const bound = server.address();
      if (isAddressInfo(bound)) port = bound.port;
    } catch (error) {
      errors.push(error);
    }
  }
  if (servers.length === 0) throw errors[0];
  return {
    port,
    close() {
      for (const server of servers) server.close();
    },
  };
}

async function resolve(address: string): Promise<ListenOptions[]> {
  // After `unix:` comes a path, or a URL's two slashes and an absolute path.
  if (address.startsWith('unix:')) return [{ path: address.slice('unix:'.length).replace(/^\/{3}/, '/') }];
  const colon = address.lastIndexOf(':');
  const host = address.slice(0, colon).replace(/^\[(.*)\]$/, '$1');
  const port = Number(address.slice(colon + 1));
  if (isIP(host) !== 0) return [{ host, port }];
  const found = await lookup(host, { all: true });
  return [...new Set(found.map((one) => one.address))].map((each) => ({ host: each, port }));
}

function open(place: ListenOptions, onConnection: (socket: Socket) => void): Promise<Server> {
  return new Promise((done, fail) => {
    const server = createServer({ pauseOnConnect: true }, onConnection);
    // Stays for as long as the server: a connection that the system could not hand over is no reason to end.
    server.on('error', fail);
    server.once('listening', () => {
      try {
        if (place.path !== undefined) chmodSync(place.path, SOCKET_MODE);
        done(server);
      } catch (error) {
        server.close();
        server.emit('error', error);
      }
    });
    // A socket in the file system is made within the call, and is never open to others.
    const usual = place.path === undefined ? undefined : process.umask(0o007);
    server.listen(place);
    if (usual !== undefined) process.umask(usual);
  });
}

function isAddressInfo(address: AddressInfo | string | null): address is AddressInfo {
  return typeof address === 'object' && address !== null;
}
