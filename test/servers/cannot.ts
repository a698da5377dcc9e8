import type { MongoServerName } from './program.js';

/** Cases by title, each with the reason why it can't run. */
export type Skips = Readonly<Record<string, string>>;

/** What a server can't run, of each list of cases. */
export interface Cannot {
  /** Of the conformance suite. */
  readonly conformance: Skips;
  /** Of the end-to-end cases. */
  readonly endToEnd: Skips;
  /** Of what shows that the frontend can't see private metadata. */
  readonly blindness: Skips;
}

/** A MongoDB can run everything. */
export const NOTHING: Cannot = { conformance: {}, endToEnd: {}, blindness: {} };

const NESTED_ARRAYS = 'it refuses arrays in arrays';
const SLOW_LISTS = 'it takes a minute for forty records with lists of thousands of elements';
const SLOW = 'it takes too long for thousands of records';

/** What each server can't run. A case that isn't here must pass there, and a title that is no case's is an error. */
export const CANNOT: Readonly<Record<MongoServerName, Cannot>> = {
  ferretdb: {
    conformance: {
      '8. Faithful: hard keys and values come back as they came, also when they are merged and removed': NESTED_ARRAYS,
      '8. Faithful: random documents come back equal, with their sizes': NESTED_ARRAYS,
      '11. Found: a listing with contains has what a naive filter finds, and nothing else': NESTED_ARRAYS,
      '10. Paged: while others write, what exists throughout comes exactly once, in order, and the listing ends': SLOW,
      '10. Paged: a page that finds nothing ends after a bounded amount of work, and the next goes on': SLOW,
      '13. Deleted: force takes more children than any store deletes at once, and other calls go on meanwhile': SLOW,
    },
    endToEnd: {
      'a batch that would not fit into an answer leaves the rest unprocessed': SLOW_LISTS,
      'hard keys and values come back as they came': NESTED_ARRAYS,
      'objects and arrays nested 32 deep are kept, and -0 is 0': NESTED_ARRAYS,
    },
    blindness: {
      'the bytes of what a frontend caller is answered are the same whatever becomes of private metadata':
        'it takes half a minute for the three thousand calls, and other cases wait for it',
    },
  },
  'mongo-java-server': NOTHING,
};
