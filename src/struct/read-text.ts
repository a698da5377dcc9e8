import { isUtf8 } from 'node:buffer';

/** Up to this many bytes, ASCII is decoded faster here than by a call into Node. */
const SHORT = 24;

/** One array of character codes for each length, filled anew by each short text. */
const codesOfLength = Array.from({ length: SHORT + 1 }, (_, length) => new Array<number>(length).fill(0));

/**
 * The keys read last, each in the slot that its bytes hash to: documents repeat each other's keys, and a string that is
 * a property's name already costs neither the decoding nor the look-up in the engine's table of names.
 */
const knownKeys = new Array<string>(512).fill('');

/** Decodes a text, or returns undefined if it is not valid UTF-8. A byte order mark is a character like any other. */
export function readText(bytes: Buffer, start: number, end: number): string | undefined {
  const length = end - start;
  if (length <= SHORT) {
    const codes = codesOfLength[length] ?? [];
    let index = 0;
    for (; index < length; index += 1) {
      const code = bytes[start + index] ?? 0;
      if (code > 0x7f) break;
      codes[index] = code;
    }
    if (index === length) return String.fromCharCode.apply(undefined, codes);
  }
  const text = bytes.toString('utf8', start, end);
  // Node puts U+FFFD for what it can't decode; only a text that has one needs the second look.
  if (!text.includes('\ufffd')) return text;
  return isUtf8(bytes.subarray(start, end)) ? text : undefined;
}

/** Does what {@link readText} does, faster for a key that was read before. */
export function readKey(bytes: Buffer, start: number, end: number): string | undefined {
  const length = end - start;
  if (length > 2 * SHORT) return readText(bytes, start, end);
  const middle = bytes[start + (length >> 1)] ?? 0;
  const slot = ((bytes[start] ?? 0) * 31 + middle * 17 + (bytes[end - 1] ?? 0) * 7 + length) & 511;
  const known = knownKeys[slot] ?? '';
  if (isAsciiOf(known, bytes, start, length)) return known;
  const key = readText(bytes, start, end);
  // Of a valid text, only ASCII has as many characters as bytes.
  if (key?.length === length) knownKeys[slot] = key;
  return key;
}

function isAsciiOf(text: string, bytes: Buffer, start: number, length: number): boolean {
  if (text.length !== length) return false;
  for (let index = 0; index < length; index += 1) {
    if (text.charCodeAt(index) !== bytes[start + index]) return false;
  }
  return true;
}
