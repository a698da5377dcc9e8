import { status } from '@grpc/grpc-js';
import test from 'ava';
import { OrgmetaError } from '../../src/domain/errors.js';
import { createErrorReporter } from '../../src/rpc/report-error.js';
import { DamagedRecord } from '../../src/store/damaged-record.js';
import { createWrittenLog } from '../telemetry/written-log.js';

const cases = [
  {
    title: 'a refusal is no line of the log',
    error: new OrgmetaError('WRITE_CONTENTION', 'try again'),
    code: status.ABORTED,
    logged: undefined,
  },
  {
    title: 'a refusal for a cause outside is logged with it',
    error: new OrgmetaError('STORE_UNAVAILABLE', 'try again', {}, { cause: new Error('disk on fire') }),
    code: status.UNAVAILABLE,
    logged: { level: 'warn', msg: 'call refused for a cause outside' },
  },
  {
    title: 'a damaged record is logged as that, and not as a bug',
    error: new DamagedRecord('the checksum does not match'),
    code: status.INTERNAL,
    logged: { level: 'error', msg: 'call failed: the record is damaged', problem: 'the checksum does not match' },
  },
  {
    title: 'anything else is logged as a bug',
    error: new TypeError('x is undefined'),
    code: status.INTERNAL,
    logged: { level: 'error', msg: 'call failed: a bug' },
  },
];

for (const { title, error, code, logged } of cases) {
  test(`${title}, and the caller is told nothing of the inside`, async (t) => {
    const { log, written } = await createWrittenLog('info');
    const answer = createErrorReporter(log)(error, '/a/b');
    t.is(answer.code, code);
    t.notRegex(answer.details, /fire|checksum|undefined/);
    if (logged === undefined) t.is(written(), '');
    else t.like(JSON.parse(written()), { ...logged, rpc: '/a/b' });
  });
}
