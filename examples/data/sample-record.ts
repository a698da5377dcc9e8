import type { JsonObject } from '../../src/domain/json.js';
import type { Owner } from '../../src/domain/owner.js';

/** One owner's metadata as plain data, ready to be written to the service. */
export interface SampleRecord {
  readonly owner: Owner;
  readonly publicMetadata: JsonObject;
  /** Is left out on an invitation, which has none. */
  readonly privateMetadata?: JsonObject;
}
