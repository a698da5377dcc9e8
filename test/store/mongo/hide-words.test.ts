import { MongoNetworkError, MongoServerError, MongoWriteConcernError } from 'mongodb';
import test from 'ava';
import { createErrorReporter } from '../../../src/rpc/report-error.js';
import { outcomeUnknown, readFailure, storeUnavailable } from '../../../src/store/mongo/failures.js';
import { createLog } from '../../../src/telemetry/log.js';

/** Reports an error as the service does, and gives the line of the log. */
async function logged(error: unknown): Promise<string> {
  const lines: string[] = [];
  const log = await createLog({ level: 'trace', pretty: false, destination: { write: (line) => lines.push(line) } });
  createErrorReporter(log)(error, '/a/b');
  return lines.join('');
}

/** What MongoDB answers, with the words that it has for it. */
const answers = [
  {
    title: 'to a user without the right to write',
    error: new MongoServerError({
      ok: 0,
      code: 13,
      codeName: 'Unauthorized',
      errmsg:
        'not authorized on orgmeta to execute command { update: "organization_metadata", updates: [ { q: { _id: "canary" }, ' +
        'u: { $set: { private_metadata: { canary: "canary" } } } } ] }',
    }),
    expected: /"message":"the database answered Unauthorized \(code 13\)".*"code":13/,
  },
  {
    title: 'to a document that a validation refuses',
    error: new MongoServerError({
      code: 121,
      codeName: 'DocumentValidationFailure',
      errmsg: 'Document failed validation',
      errInfo: { failingDocumentId: 'canary', details: { consideredValue: { canary: 'canary' } } },
    }),
    expected: /DocumentValidationFailure \(code 121\)/,
  },
  {
    title: 'to a document that an index can not take, without a name of the code',
    error: new MongoServerError({ code: 16755, errmsg: "Can't extract geo keys: { private_metadata: { canary: 1 } }" }),
    expected: /answered an error \(code 16755\)/,
  },
  {
    title: 'to a write that too few members have',
    error: new MongoWriteConcernError({
      ok: 1,
      value: { private_metadata: { canary: 1 } },
      writeConcernError: { code: 64, codeName: 'WriteConcernTimeout', errmsg: 'canary' },
    }),
    expected: /code 64/,
  },
];

for (const { title, error, expected } of answers) {
  test(`what MongoDB answers ${title} is logged by its code, and nothing that it quotes`, async (t) => {
    for (const failure of [readFailure(error), storeUnavailable(error), outcomeUnknown(error)]) {
      const line = await logged(failure);
      t.regex(line, expected);
      t.notRegex(line, /canary/);
    }
  });
}

test('an error of the way to the database is logged in its words', async (t) => {
  t.regex(await logged(storeUnavailable(new MongoNetworkError('connect ECONNREFUSED'))), /connect ECONNREFUSED/);
});
