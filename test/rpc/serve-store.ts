import type { ChannelCredentials } from '@grpc/grpc-js';
import type { ExecutionContext } from 'ava';
import { createServer, type OrgmetaServer, type ServerOptions } from '../../src/rpc/server.js';
import type { Store } from '../../src/store/store.js';
import { E2eClient } from '../e2e/client.js';
import { createWrittenLog } from '../telemetry/written-log.js';

/** A server in this process, with a client, and what it has logged. */
export interface Served {
  readonly address: string;
  readonly client: E2eClient;
  readonly server: OrgmetaServer;
  readonly log: () => string;
}

const unused = () => Promise.reject(new Error('this test does not use it'));

/** A store of which only some methods work: for what the server does when a store fails, hangs or says no. */
export function storeWith(methods: Partial<Store>): Store {
  return {
    pageTokenKey: new Uint8Array(32),
    get: unused,
    getMany: unused,
    getPublic: unused,
    getManyPublic: unused,
    list: unused,
    listPublic: unused,
    write: unused,
    delete: unused,
    accept: unused,
    restore: unused,
    check: () => Promise.resolve(),
    close: () => Promise.resolve(),
    ...methods,
  };
}

/** Serves a store on a free port, to callers that are all an unlimited backend, until the test ends. */
export async function serveStore(
  t: ExecutionContext,
  store: Store,
  options: Partial<ServerOptions> & { readonly listenOn?: string; readonly security?: ChannelCredentials } = {},
): Promise<Served> {
  const { log, written } = await createWrittenLog('debug');
  const authenticate = () => ({ role: 'backend', organizations: undefined, credentialId: 'key_test' }) as const;
  const server = createServer({ store, authenticate, anonymousFrontend: false, reflection: false, log, ...options });
  const address = await server.listen(options.listenOn ?? '127.0.0.1:0');
  const client = new E2eClient(address, options.security);
  t.teardown(async () => {
    client.close();
    await server.drain(0);
  });
  return { address, client, server, log: written };
}
