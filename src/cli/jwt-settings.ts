import { TOKEN_ALGORITHMS, type TokenAlgorithm } from '../auth/jwt/algorithms.js';
import { isClaimPath } from '../auth/jwt/claim-path.js';
import type { BackendClaim } from '../auth/jwt/token-rules.js';
import type { Setting } from './setting.js';

/** The settings about JSON Web Tokens, a part of the one table. */
export const JWT_SETTINGS = {
  jwks: {
    variable: 'ORGMETA_JWKS',
    flag: 'jwks',
    placeholder: '<url|file>',
    parse: parseJwks,
    expected: 'an http or https URL without credentials, or a file',
    default: undefined,
    defaultText: 'none: tokens are refused',
    neededBy: ['jwtIssuer', 'jwtAudience', 'jwtAuthorizedParties', 'jwtBackendClaim'],
    // A URL may hold a token, or a password by mistake.
    secret: true,
    description: 'The JSON Web Key Set, a URL or a file, that callers’ tokens (JWT) are verified with',
  },
  jwtIssuer: {
    variable: 'ORGMETA_JWT_ISSUER',
    flag: 'jwt-issuer',
    placeholder: '<issuer>',
    parse: parseText,
    expected: 'the issuer as tokens name it (iss)',
    default: undefined,
    defaultText: 'none; required with a key set',
    neededBy: ['jwks'],
    description: 'The issuer (iss) that tokens must have, exactly',
  },
  jwtAudience: {
    variable: 'ORGMETA_JWT_AUDIENCE',
    flag: 'jwt-audience',
    placeholder: '<list>',
    parse: parseList,
    expected: 'audiences, separated by commas',
    default: undefined,
    defaultText: 'any',
    neverEmpty: true,
    description: 'The audiences (aud), separated by commas, one of which a token must have',
  },
  jwtAuthorizedParties: {
    variable: 'ORGMETA_JWT_AUTHORIZED_PARTIES',
    flag: 'jwt-authorized-parties',
    placeholder: '<list>',
    parse: parseList,
    expected: 'parties, separated by commas',
    default: undefined,
    defaultText: 'any',
    neverEmpty: true,
    description: 'The parties (azp), separated by commas, to one of which a token must have been issued',
  },
  jwtAlgorithms: {
    variable: 'ORGMETA_JWT_ALGORITHMS',
    flag: 'jwt-algorithms',
    placeholder: '<list>',
    parse: parseAlgorithms,
    expected: `some of ${TOKEN_ALGORITHMS.join(', ')}, separated by commas`,
    default: 'RS256',
    description: 'The algorithms, separated by commas, that tokens may be signed with',
  },
  jwtClockToleranceSeconds: {
    variable: 'ORGMETA_JWT_CLOCK_TOLERANCE_SECONDS',
    flag: 'jwt-clock-tolerance-seconds',
    placeholder: '<seconds>',
    parse: parseTolerance,
    expected: 'a whole number of seconds from 0 to 300',
    default: '5',
    description: 'How far the clock of the issuer may be off',
  },
  jwtOrganizationClaim: {
    variable: 'ORGMETA_JWT_ORGANIZATION_CLAIM',
    flag: 'jwt-organization-claim',
    placeholder: '<claim>',
    parse: (text) => (isClaimPath(text) ? text : undefined),
    expected: 'the name of a claim, or names with dots between them',
    default: 'org_id',
    neverEmpty: true,
    description: 'The claim with the id of the organization that a caller is restricted to; `o.id` for Clerk',
  },
  jwtBackendClaim: {
    variable: 'ORGMETA_JWT_BACKEND_CLAIM',
    flag: 'jwt-backend-claim',
    placeholder: '<claim=value>',
    parse: parseBackendClaim,
    expected:
      'a claim and its value, such as orgmeta_role=backend; a claim about a user’s role in an organization is refused',
    default: undefined,
    defaultText: 'none: every token is of a frontend',
    description: 'The claim and the value that make a backend of a caller, such as orgmeta_role=backend',
  },
} satisfies Record<string, Setting<unknown>>;

/** In which Clerk's tokens tell what a user is in an organization, which members decide and not who runs the service. */
const USER_ROLE_CLAIM = /^(o\..*|o|org_role|org_permissions)$/;

function parseJwks(text: string): URL | string | undefined {
  if (!/^[a-z][a-z\d+.-]*:\/\//i.test(text)) return text === '' || text.includes('\0') ? undefined : text;
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  const known = url.protocol === 'https:' || url.protocol === 'http:';
  return known && url.username === '' && url.password === '' ? url : undefined;
}

function parseText(text: string): string | undefined {
  return text.trim() === '' ? undefined : text;
}

function parseList(text: string): readonly string[] | undefined {
  const values = text.split(',').map((value) => value.trim());
  return values.includes('') ? undefined : values;
}

function parseAlgorithms(text: string): readonly TokenAlgorithm[] | undefined {
  const values = parseList(text)?.map((value) => TOKEN_ALGORITHMS.find((known) => known === value));
  return values?.every((value) => value !== undefined) ? values : undefined;
}

function parseTolerance(text: string): number | undefined {
  return /^\d{1,3}$/.test(text) && Number(text) <= 300 ? Number(text) : undefined;
}

function parseBackendClaim(text: string): BackendClaim | undefined {
  const [, claim = '', value = ''] = /^([^=]+)=(.+)$/.exec(text) ?? [];
  return isClaimPath(claim) && !USER_ROLE_CLAIM.test(claim) && value !== '' ? { claim, value } : undefined;
}
