import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWK } from 'jose';
import type { TokenAlgorithm } from '../../../src/auth/jwt/algorithms.js';

/** A pair of keys that tokens are signed with. */
export interface SigningKey {
  readonly kid: string;
  readonly algorithm: TokenAlgorithm;
  readonly privateKey: CryptoKey;
  /** As the key set has it. */
  readonly jwk: JWK;
}

/** Makes a pair of keys. */
export async function createSigningKey(kid: string, algorithm: TokenAlgorithm = 'RS256'): Promise<SigningKey> {
  const { publicKey, privateKey } = await generateKeyPair(algorithm, { extractable: true });
  return { kid, algorithm, privateKey, jwk: { ...(await exportJWK(publicKey)), kid, alg: algorithm, use: 'sig' } };
}

/** Signs a token; its header names the key and the algorithm, unless told otherwise. */
export async function signToken(
  key: SigningKey,
  claims: Readonly<Record<string, unknown>>,
  header: object = {},
): Promise<string> {
  return new SignJWT(claims)
    .setProtectedHeader({ alg: key.algorithm, kid: key.kid, typ: 'JWT', ...header })
    .sign(key.privateKey, { crit: { extension: true } });
}

/** A server of a key set, as an issuer has one. */
export interface KeySetServer {
  readonly url: URL;
  /** How many requests have come. */
  requests(): number;
  /** Answers from now on with these keys, or in another way. */
  answer(how: readonly SigningKey[] | Answer): void;
  close(): void;
}

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** Starts a server of a key set on a free port. */
export async function startKeySetServer(keys: readonly SigningKey[]): Promise<KeySetServer> {
  let answer = answerWith(keys);
  let requests = 0;
  const server = createServer((request, response) => {
    requests += 1;
    answer(request, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: new URL(`http://127.0.0.1:${port}/.well-known/jwks.json`),
    requests: () => requests,
    answer: (how) => {
      answer = typeof how === 'function' ? how : answerWith(how);
    },
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

function answerWith(keys: readonly SigningKey[]): Answer {
  return (_request, response) => {
    response.setHeader('content-type', 'application/json');
    response.end(formatKeySet(keys));
  };
}

/** Writes the key set of these keys. */
export function formatKeySet(keys: readonly SigningKey[]): string {
  return JSON.stringify({ keys: keys.map(({ jwk }) => jwk) });
}
