import { importJWK, type CryptoKey, type JWK } from 'jose';
import { isJsonObject } from '../../domain/json.js';
import { KEY_SHAPES, type TokenAlgorithm } from './algorithms.js';

/** An unchanging set of public keys that tokens are verified with. */
export interface VerifyingKeys {
  /** How many keys of the document can verify a token. */
  readonly size: number;
  /** Finds the key that a token names; a token that names none is verified with the only one that fits. */
  find(algorithm: TokenAlgorithm, keyId: string | undefined): CryptoKey | undefined;
}

interface Candidate {
  readonly keyId: string | undefined;
  readonly algorithm: TokenAlgorithm;
  readonly key: CryptoKey;
}

/** RFC 7518, 3.3. */
const RSA_MIN_BITS = 2048;

/**
 * Reads a JSON Web Key Set (RFC 7517). Keys that are private, weak, malformed, not for signatures or not for one of the
 * algorithms are left out, as a set may hold keys for others.
 *
 * @throws Error that says why the text is no set
 */
export async function parseVerifyingKeys(text: string, algorithms: readonly TokenAlgorithm[]): Promise<VerifyingKeys> {
  const document = parseJson(text);
  if (!isJsonObject(document) || !Array.isArray(document.keys)) throw new Error('is no JSON Web Key Set');
  const jwks = document.keys.filter(isJsonObject);
  const imported = await Promise.all(jwks.map((jwk) => importKey(jwk, algorithms)));
  const candidates = imported.flat();
  return {
    size: imported.filter(({ length }) => length > 0).length,
    find: (algorithm, keyId) => {
      const found = candidates.filter(
        (candidate) => candidate.algorithm === algorithm && (keyId === undefined || candidate.keyId === keyId),
      );
      return found.length === 1 ? found[0]?.key : undefined;
    },
  };
}

// The parser's own message is kept back: it quotes the text.
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Error(text.trim() === '' ? 'is empty' : 'is not JSON, or was only written in part');
  }
}

async function importKey(jwk: Record<string, unknown>, algorithms: readonly TokenAlgorithm[]): Promise<Candidate[]> {
  const keyId = jwk.kid;
  if (keyId !== undefined && typeof keyId !== 'string') return [];
  if (jwk.use !== undefined && jwk.use !== 'sig') return [];
  if (jwk.key_ops !== undefined && !(Array.isArray(jwk.key_ops) && jwk.key_ops.includes('verify'))) return [];
  const fitting = algorithms.filter((algorithm) => fits(jwk, algorithm));
  const candidates = await Promise.all(
    fitting.map(async (algorithm) => {
      const key = await importPublicKey(jwk, algorithm);
      return key && { keyId, algorithm, key };
    }),
  );
  return candidates.filter((candidate) => candidate !== undefined);
}

function fits(jwk: Record<string, unknown>, algorithm: TokenAlgorithm): boolean {
  const { kty, crv } = KEY_SHAPES[algorithm];
  return jwk.kty === kty && (crv === undefined || jwk.crv === crv) && (jwk.alg === undefined || jwk.alg === algorithm);
}

async function importPublicKey(jwk: JWK, algorithm: TokenAlgorithm): Promise<CryptoKey | undefined> {
  try {
    const key = await importJWK(jwk, algorithm);
    if (key instanceof Uint8Array || key.type !== 'public') return undefined;
    const { modulusLength = RSA_MIN_BITS } = key.algorithm as { modulusLength?: number };
    return modulusLength >= RSA_MIN_BITS ? key : undefined;
  } catch {
    return undefined;
  }
}
