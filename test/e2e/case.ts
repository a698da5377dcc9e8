import type { CallError, CallOptions, Json, Rpc } from './client.js';

/** The credentials that every run has, by what they are. */
export type CredentialName =
  | 'none'
  | 'backend'
  | 'frontend'
  | 'backend of org-own'
  | 'frontend of org-own'
  | 'revoked'
  | 'expired'
  | 'mistyped'
  | 'truncated'
  | 'unknown'
  | 'garbage';

/** The answers so far, by the names that steps gave them. */
export type Saved = Readonly<Record<string, Json>>;

/** One call, and what must come back. */
export interface Step {
  /** Whose credential is sent; the backend's if left out. */
  readonly as?: CredentialName;
  readonly call: Rpc;
  readonly request?: Json | ((saved: Saved) => Json);
  readonly options?: CallOptions;
  /** What the answer holds at least: objects by members, everything else whole. */
  readonly answer?: Json | ((saved: Saved) => Json);
  /** How often it is asked at most until the answer is this one: a page ends early where the store is slow. Once if it is left out. */
  readonly tries?: number;
  /** What the error is at least. */
  readonly error?: Partial<Omit<CallError, 'message'>> & { readonly message?: RegExp };
  /** Keeps the answer under this name. */
  readonly save?: string;
}

/** One behaviour of the service: calls in their order. Every case has organizations of its own. */
export interface Case {
  readonly title: string;
  readonly steps: readonly Step[];
}

/** The resource in a saved answer. */
export function saved(answers: Saved, name: string): Json {
  const answer = answers[name];
  if (answer === undefined) throw new Error(`no step saved ${name}`);
  return answer.metadata as Json;
}
