// Given to Node with --import, before the service: makes generated code use ts-proto's own Struct codec.
// BENCH_TS_PROTO_STRUCT is the path of ts-proto's code for google/protobuf/struct.proto.
import { register } from 'node:module';
import process from 'node:process';
import { pathToFileURL } from 'node:url';

register('./hooks.js', import.meta.url, { data: { struct: pathToFileURL(process.env.BENCH_TS_PROTO_STRUCT).href } });
