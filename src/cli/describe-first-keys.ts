import path from 'node:path';
import { escapeControls } from '../telemetry/escape-controls.js';
import { grpcurlSecurity, type Security } from './grpcurl-security.js';
import { unixSocketPath } from './parse-address.js';
import type { FirstKeys } from './service-keys.js';

/** What the first start shows, besides the keys. */
export interface FirstStart {
  /** The address that is listened on. */
  readonly address: string;
  /** The file that the keys are kept in: an absolute path. */
  readonly keysFile: string;
  readonly reflection: boolean;
  /** Undefined where connections are in clear text. */
  readonly security?: Security | undefined;
  /** Where this package lies: grpcurl reads the API from its protos if reflection is off. */
  readonly packageRoot: string;
}

/** Writes what the first start prints: the keys, and first calls to paste. */
export function describeFirstKeys({ backend, frontend }: FirstKeys, start: FirstStart): string {
  return `First start: a key of each role was created in the new keys file ${escapeControls(start.keysFile)}.
They are shown this once; only their hashes are kept.

  backend   ${backend.key}
  frontend  ${frontend.key}

Write metadata as the backend, then read what is public as the frontend${clientNote(start)}:

  ${grpcurl(start, backend.key, 'BackendMetadata/UpdateOrganizationMetadata', {
    organization_id: 'org_1',
    public_metadata: { plan: 'pro' },
    private_metadata: { stripe: 'cus_1' },
  })}

  ${grpcurl(start, frontend.key, 'FrontendMetadata/GetOrganizationPublicMetadata', { organization_id: 'org_1' })}

"npx orgmeta keys --help" tells how to create, list and revoke keys.

`;
}

function grpcurl(start: FirstStart, key: string, rpc: string, request: object): string {
  const file = rpc.startsWith('Backend') ? 'backend_metadata' : 'frontend_metadata';
  const api = start.reflection
    ? []
    : ['-import-path', quote(path.join(start.packageRoot, 'proto')), '-proto', `orgmeta/v1/${file}.proto`];
  return [
    'grpcurl',
    ...grpcurlSecurity(targetHost(start.address), start.security).map(quote),
    ...api,
    `-H 'authorization: Bearer ${key}'`,
    `-d '${JSON.stringify(request)}'`,
    target(start.address),
    `orgmeta.v1.${rpc}`,
  ].join(' ');
}

function clientNote({ security }: FirstStart): string {
  return security?.clientCertificates ? ', with the certificate of a client and its key in the place of CLIENT.*' : '';
}

/** Names the address as a client on this machine reaches it. */
function target(address: string): string {
  const socket = unixSocketPath(address);
  return socket === undefined ? quote(reachable(address)) : `-unix ${quote(socket)}`;
}

function targetHost(address: string): string | undefined {
  if (unixSocketPath(address) !== undefined) return undefined;
  return reachable(address).replace(/:\d+$/, '').replaceAll(/[[\]]/g, '');
}

function reachable(address: string): string {
  return address.replace(/^0\.0\.0\.0:/, '127.0.0.1:').replace(/^\[::\]:/, '[::1]:');
}

/** Quotes a word for the shell if it needs that. */
function quote(word: string): string {
  const slashed = word.replaceAll(/[\\']/g, '\\$&');
  if (escapeControls(word) !== word) return `$'${escapeControls(slashed)}'`;
  return /^[\w./:@%+-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
