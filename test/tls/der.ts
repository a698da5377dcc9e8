/** Writes a value of ASN.1 in DER: its tag, its length, its content. */
export function der(tag: number, ...content: readonly Uint8Array[]): Buffer {
  const body = Buffer.concat(content);
  const { length } = body;
  const size = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...size]), body]);
}

export const sequence = (...content: readonly Uint8Array[]) => der(0x30, ...content);
export const set = (...content: readonly Uint8Array[]) => der(0x31, ...content);
export const utf8 = (text: string) => der(0x0c, Buffer.from(text));
export const integer = (bytes: Uint8Array) => der(0x02, bytes);
export const octets = (content: Uint8Array) => der(0x04, content);
export const bits = (content: Uint8Array) => der(0x03, Buffer.from([0]), content);
export const yes = () => der(0x01, Buffer.from([0xff]));

/** Writes a time with a year of four digits, whole seconds in UTC. */
export const time = (value: Date) =>
  der(0x18, Buffer.from(`${value.toISOString().replaceAll(/\D/g, '').slice(0, 14)}Z`));

/** Writes an object identifier, given as its numbers with dots between them. */
export function identifier(text: string): Buffer {
  const [first = 0, second = 0, ...others] = text.split('.').map(Number);
  const bytes = [first * 40 + second, ...others].flatMap((number) => {
    const groups = [number & 0x7f];
    for (let rest = number >> 7; rest > 0; rest >>= 7) groups.unshift((rest & 0x7f) | 0x80);
    return groups;
  });
  return der(0x06, Buffer.from(bytes));
}
