/** What must not get out, by what it is. Each is short, since an error may cut what it quotes. */
export const CANARIES = {
  /** In private documents, as key and as value, and in filters on them. */
  private: 'zq7priv4',
  /** In public documents and filters: for the frontend, and not for the log. */
  public: 'zq7publ4',
  /** In ids, page tokens and etags of calls that are refused. */
  argument: 'zq7argu4',
  /** In credentials and other headers. */
  header: 'zq7head4',
} as const;

/** Counts how often any of the needles is found in bytes: as they are, in base64 or in hexadecimal. */
export function countHits(bytes: Uint8Array, needles: readonly string[]): number {
  const haystack = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return needles.flatMap(formsOf).reduce((hits, form) => hits + countIn(haystack, form), 0);
}

function countIn(haystack: Buffer, needle: Buffer): number {
  let count = 0;
  for (let at = haystack.indexOf(needle); at >= 0; at = haystack.indexOf(needle, at + 1)) count += 1;
  return count;
}

const forms = new Map<string, readonly Buffer[]>();

/** What a needle can look like. Everything that leaves is searched for the same few, so each is worked out once. */
function formsOf(needle: string): readonly Buffer[] {
  const known = forms.get(needle) ?? computeForms(needle);
  forms.set(needle, known);
  return known;
}

function computeForms(needle: string): readonly Buffer[] {
  const bytes = Buffer.from(needle);
  const encoded = [0, 1, 2].flatMap((offset) => {
    const shifted = Buffer.concat([Buffer.alloc(offset), bytes]);
    // The characters that also hold bits of what stands before or behind.
    const [first, last] = [Math.ceil((offset * 8) / 6), Math.floor((shifted.length * 8) / 6)];
    return [shifted.toString('base64').slice(first, last), shifted.toString('base64url').slice(first, last)];
  });
  const texts = new Set([needle, bytes.toString('hex'), bytes.toString('hex').toUpperCase(), ...encoded]);
  return [...texts].map((text) => Buffer.from(text));
}
