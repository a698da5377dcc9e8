/** The Struct codec that generated code imports as `#struct`, in place of ts-proto's own. */
export { Struct } from './struct.js';
export { StructBytes } from './struct-bytes.js';
export { StructFault } from './struct-fault.js';
