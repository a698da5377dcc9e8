import { cleanText } from './clean-text.js';
import { safeLink } from './safe-url.js';

/** What the landing page shows of an invitation. Whatever was not there, or not as it must be, is left out. */
export interface Invitation {
  /** How the one who is invited is greeted. */
  readonly name: string | undefined;
  readonly invitedBy: string | undefined;
  /** As what: "Editor". */
  readonly role: string | undefined;
  readonly message: string | undefined;
  readonly acceptUrl: URL | undefined;
}

/** Reads an invitation out of its public metadata, which may hold anything. */
export function readInvitation(metadata: Readonly<Record<string, unknown>>): Invitation {
  return {
    name: cleanText(metadata.name, 250),
    invitedBy: cleanText(metadata.invited_by, 250),
    role: cleanText(metadata.role, 60),
    message: cleanText(metadata.message, 1000),
    acceptUrl: safeLink(metadata.accept_url),
  };
}
