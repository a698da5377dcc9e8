const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** Writes a number that is not negative in base 62 (digits, upper case, lower case), padded with `0` to a width. */
export function encodeBase62(value: bigint, width: number): string {
  let text = '';
  for (let rest = value; rest > 0n; rest /= 62n) text = DIGITS.charAt(Number(rest % 62n)) + text;
  return text.padStart(width, '0');
}

/** Writes bytes, read as one big-endian number, in base 62. */
export function encodeBytesBase62(bytes: Uint8Array, width: number): string {
  return encodeBase62(BigInt(`0x${Buffer.from(bytes).toString('hex')}`), width);
}
