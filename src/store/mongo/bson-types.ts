/** The types of BSON that JSON has, and symbol, which is text. */
export const TYPE = {
  double: 0x01,
  text: 0x02,
  object: 0x03,
  array: 0x04,
  boolean: 0x08,
  null: 0x0a,
  symbol: 0x0e,
  int: 0x10,
  long: 0x12,
} as const;

/** The others, which somebody may have put there. */
const FOREIGN: Readonly<Record<number, string>> = {
  0x05: 'Binary',
  0x06: 'undefined',
  0x07: 'ObjectId',
  0x09: 'Date',
  0x0b: 'RegExp',
  0x0c: 'DBPointer',
  0x0d: 'Code',
  0x0f: 'Code',
  0x11: 'Timestamp',
  0x13: 'Decimal128',
  0x7f: 'MaxKey',
  0xff: 'MinKey',
};

/** Names a type that JSON has not; undefined for one that it has, or that BSON hasn't. */
export function typeName(type: number): string | undefined {
  return FOREIGN[type];
}

/**
 * Finds where a value ends.
 *
 * @param start where it begins: behind the key.
 * @param limit where the object ends that it is in, before its closing byte.
 * @returns undefined for a type that JSON has not, and for what is cut short or doesn't end as it should
 */
export function valueEnd(view: DataView, type: number, start: number, limit: number): number | undefined {
  switch (type) {
    case TYPE.null:
      return start <= limit ? start : undefined;
    case TYPE.boolean:
      return start + 1 <= limit ? start + 1 : undefined;
    case TYPE.int:
      return start + 4 <= limit ? start + 4 : undefined;
    case TYPE.double:
    case TYPE.long:
      return start + 8 <= limit ? start + 8 : undefined;
    case TYPE.text:
    case TYPE.symbol:
      return closedEnd(view, start, 4, 1, limit);
    case TYPE.object:
    case TYPE.array:
      return closedEnd(view, start, 0, 5, limit);
    default:
      return undefined;
  }
}

/** The end of what begins with its length, which counts from `counted` bytes later, is `least` at least, and ends with a NUL. */
function closedEnd(view: DataView, start: number, counted: number, least: number, limit: number): number | undefined {
  if (start + 4 > limit) return undefined;
  const length = view.getInt32(start, true);
  const end = start + counted + length;
  return length >= least && end <= limit && view.getUint8(end - 1) === 0 ? end : undefined;
}
