import { describeMongodb } from './describe-mongodb.js';
import type { ValuesOf } from './setting.js';
import type { STORE_SETTINGS } from './settings.js';

/** Names the store that the settings choose, without credentials. */
export function describeStore({ dataDir, mongodbUri }: ValuesOf<typeof STORE_SETTINGS>): string {
  return mongodbUri === undefined ? `embedded store in ${dataDir}` : describeMongodb(mongodbUri);
}
