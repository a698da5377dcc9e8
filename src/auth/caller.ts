/** What a caller may call: `frontend` reads public metadata, `backend` reads and writes everything. */
export type Role = 'frontend' | 'backend';

/** Who is calling. */
export interface Caller {
  readonly role: Role;
  /** The organizations that the credential is restricted to; undefined if it isn't. */
  readonly organizations: ReadonlySet<string> | undefined;
  /**
   * Names the credential in the log, never the secret: the id of an API key, `jwt:` and a hash of who a token is
   * about, `anonymous` where there was none.
   */
  readonly credentialId: string;
}

/** Whoever calls without a credential. */
export const ANONYMOUS: Caller = { role: 'frontend', organizations: undefined, credentialId: 'anonymous' };
