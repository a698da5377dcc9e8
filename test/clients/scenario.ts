import { readFileSync } from 'node:fs';
import path from 'node:path';

/** The names of the credentials that steps are made with; none, if the caller is anonymous. */
export type CredentialName = 'backend' | 'frontend' | 'mistyped' | 'none';

export type Json = null | boolean | number | string | readonly Json[] | { readonly [member: string]: Json };
export type JsonObject = Readonly<Record<string, Json>>;

/** One call, and what must come of it: a result or an error, of which at least what is given here. */
export interface CallStep {
  readonly title: string;
  readonly credential: CredentialName;
  readonly call: string;
  readonly arguments: JsonObject;
  readonly result?: JsonObject;
  readonly error?: JsonObject;
  /** Keeps the result: `${name.member}` in a later step stands for a member of it. */
  readonly save?: string;
}

/** The service is ended and started again. */
export interface RestartStep {
  readonly title: string;
  readonly restart: true;
}

export type Step = CallStep | RestartStep;

/** The steps that the client of every language takes, in their order. */
export const SCENARIO = JSON.parse(readFileSync(path.join(import.meta.dirname, 'scenario.json'), 'utf8')) as Step[];

/** Fills in what was saved, and the long strings that are written as `{"$repeat":"a","times":8181}`. */
export function fill(value: Json, saved: ReadonlyMap<string, JsonObject>): Json {
  if (typeof value === 'string') return fillText(value, saved);
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map((element: Json) => fill(element, saved));
  const members = value as JsonObject;
  if (typeof members.$repeat === 'string') return members.$repeat.repeat(Number(members.times));
  // Not an assignment, which `__proto__` would not survive.
  return Object.fromEntries(Object.entries(members).map(([name, member]) => [name, fill(member, saved)]));
}

function fillText(text: string, saved: ReadonlyMap<string, JsonObject>): Json {
  const [, name, member] = /^\$\{(\w+)\.(\w+)\}$/.exec(text) ?? [];
  if (name === undefined || member === undefined) return text;
  const value = saved.get(name)?.[member];
  if (value === undefined) throw new Error(`no step saved ${name} with ${member}`);
  return value;
}
