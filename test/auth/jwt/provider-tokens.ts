import type { JWTPayload } from 'jose';
import type { TokenRules } from '../../../src/auth/jwt/token-rules.js';

/** What is set for an issuer, and the claims that its tokens hold for a user of `org_own`. */
export interface Provider {
  readonly name: string;
  readonly rules: TokenRules;
  readonly claims: (now: number) => JWTPayload;
  /** The same without an organization. */
  readonly withoutOrganization: (now: number) => JWTPayload;
}

const RULES = {
  audiences: undefined,
  authorizedParties: undefined,
  algorithms: ['RS256'],
  clockToleranceSeconds: 5,
  organizationClaim: 'org_id',
  backendClaim: undefined,
} as const;

function times(now: number): JWTPayload {
  const seconds = Math.floor(now / 1000);
  return { iat: seconds, nbf: seconds - 10, exp: seconds + 60 };
}

const clerkBase = (now: number): JWTPayload => ({
  ...times(now),
  azp: 'https://app.example.com',
  fva: [3, -1],
  iss: 'https://clerk.example.com',
  jti: '6ce2b8d1e6a2a0b7c9d5',
  sid: 'sess_2abcDEF',
  sts: 'active',
  sub: 'user_2abcDEF',
  v: 2,
});

const auth0Base = (now: number): JWTPayload => ({
  ...times(now),
  iss: 'https://tenant.eu.auth0.com/',
  sub: 'auth0|64b1f2',
  aud: ['https://orgmeta.example.com', 'https://tenant.eu.auth0.com/userinfo'],
  azp: 'jR3nv2zQ7bC5',
  scope: 'openid profile',
});

const workosBase = (now: number): JWTPayload => ({
  ...times(now),
  iss: 'https://api.workos.com/user_management/client_01H',
  sub: 'user_01H',
  sid: 'session_01H',
  jti: '01H',
});

/** Tokens as Clerk makes them (version 2), by default. */
export const clerk: Provider = {
  name: 'Clerk',
  rules: {
    ...RULES,
    issuer: 'https://clerk.example.com',
    authorizedParties: ['https://app.example.com'],
    organizationClaim: 'o.id',
  },
  claims: (now) => ({
    ...clerkBase(now),
    o: { id: 'org_own', slg: 'own', rol: 'admin', per: 'read,manage', fpm: '3' },
    fea: 'o:dashboard',
    pla: 'o:pro',
  }),
  withoutOrganization: clerkBase,
};

/** Tokens as Auth0 makes them, by default. */
export const auth0: Provider = {
  name: 'Auth0',
  rules: { ...RULES, issuer: 'https://tenant.eu.auth0.com/', audiences: ['https://orgmeta.example.com'] },
  claims: (now) => ({ ...auth0Base(now), org_id: 'org_own', permissions: ['read:metadata'] }),
  withoutOrganization: auth0Base,
};

/** Tokens as WorkOS makes them, by default. */
export const workos: Provider = {
  name: 'WorkOS',
  rules: { ...RULES, issuer: 'https://api.workos.com/user_management/client_01H' },
  claims: (now) => ({
    ...workosBase(now),
    org_id: 'org_own',
    role: 'admin',
    permissions: ['posts:create', 'posts:delete'],
  }),
  withoutOrganization: workosBase,
};

export const providers: readonly Provider[] = [clerk, auth0, workos];
