// ts-proto's Struct codec behind the interface of ours. Stored bytes become JSON, then Value messages, then bytes again:
// the way of a service whose codec knows no bytes.
import { Struct as TsProtoStruct } from 'bench:ts-proto';
import { StructBytes } from 'bench:service';

export const Struct = {
  encode: TsProtoStruct.encode,
  decode: TsProtoStruct.decode,
  wrap: (document) => TsProtoStruct.wrap(document instanceof StructBytes ? document.json() : document),
  unwrap: TsProtoStruct.unwrap,
};
