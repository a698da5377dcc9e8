import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createSigningKey, formatKeySet, signToken } from '../../auth/jwt/issuer.js';
import { CANARIES } from './canaries.js';

const ISSUER = 'https://issuer.example.com';
const canary = CANARIES.header;

/** Tokens with a canary in every claim and header that takes one, and the settings under which some of them are valid. */
export interface CanaryTokens {
  readonly frontend: string;
  readonly backend: string;
  readonly refused: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

/** Makes the tokens, and writes the key set into a folder. */
export async function createCanaryTokens(folder: string): Promise<CanaryTokens> {
  const [signing, other] = [await createSigningKey('known'), await createSigningKey('other')];
  const file = path.join(folder, 'jwks.json');
  await writeFile(file, formatKeySet([signing]));
  const now = Math.floor(Date.now() / 1000);
  const claims = { iss: ISSUER, sub: canary, name: canary, email: `${canary}@example.com`, exp: now + 600 };
  const unsigned = [{ alg: 'none', kid: canary }, claims]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.');
  return {
    frontend: await signToken(signing, claims),
    backend: await signToken(signing, { ...claims, role: 'backend' }),
    refused: [
      await signToken(signing, { ...claims, exp: now - 600 }),
      await signToken(signing, { ...claims, iss: canary }),
      await signToken(signing, { ...claims, nbf: canary }),
      await signToken(signing, { ...claims, org_id: { [canary]: canary } }),
      await signToken(signing, { ...claims, org_id: `${canary}/` }),
      await signToken(signing, { ...claims, role: { [canary]: 1 } }),
      await signToken(signing, claims, { jku: `https://${canary}.example` }),
      await signToken(signing, claims, { kid: canary }),
      await signToken(other, claims, { kid: 'known' }),
      `${unsigned}.`,
      `${unsigned}.${canary}`,
    ],
    env: { ORGMETA_JWKS: file, ORGMETA_JWT_ISSUER: ISSUER, ORGMETA_JWT_BACKEND_CLAIM: 'role=backend' },
  };
}
