/**
 * The tags of `google/protobuf/struct.proto`: field number × 8 + wire type. A `Struct` has a map `fields`, a map entry a
 * `key` and a `value`, a `ListValue` repeated `values`; a `Value` has the kinds.
 */
export const TAG = {
  fields: 0x0a,
  key: 0x0a,
  value: 0x12,
  values: 0x0a,
  nullValue: 0x08,
  numberValue: 0x11,
  stringValue: 0x1a,
  boolValue: 0x20,
  structValue: 0x2a,
  listValue: 0x32,
} as const;
