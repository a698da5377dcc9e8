/**
 * The JSON of run-steps.sh. Reads requests on stdin, of which each part ends with a NUL: how many parts follow, a word, and
 * its arguments. Answers each with a text and a NUL.
 */
import process from 'node:process';
import { describeError } from './describe-error.js';

/** What is answered, by word. */
const SHAPES = {
  /** A step: its call, its rpc, its arguments and its credential, a line each. */
  parts(step) {
    const { call, arguments: request, credential = '' } = JSON.parse(step);
    const counting = call === 'countUp';
    const rpc = counting ? 'GetOrganizationMetadata' : call[0].toUpperCase() + call.slice(1);
    const service = rpc.includes('PublicMetadata') ? 'FrontendMetadata' : 'BackendMetadata';
    const { organizationId } = request;
    return [call, `${service}/${rpc}`, JSON.stringify(counting ? { organizationId } : request), credential].join('\n');
  },

  /** The arguments of countUp, a line each. */
  count(step) {
    const { organizationId, member, times } = JSON.parse(step).arguments;
    return [JSON.stringify(organizationId), member, times].join('\n');
  },

  /** The request for the page after an answer, or nothing. */
  'next-page'(request, answer) {
    const { nextPageToken: pageToken } = JSON.parse(answer);
    return pageToken === undefined ? '' : JSON.stringify({ ...JSON.parse(request), pageToken });
  },

  /** The replacement of an organization's record that was read, or was not found. */
  increment(organizationId, member, answer) {
    const { metadata, code } = JSON.parse(answer);
    if (metadata === undefined && code !== 5) throw new Error(answer);
    const { publicMetadata = {}, privateMetadata = {}, etag = '0' } = metadata ?? {};
    const counted = { ...publicMetadata, [member]: (publicMetadata[member] ?? 0) + 1 };
    return JSON.stringify({
      organizationId: JSON.parse(organizationId),
      publicMetadata: counted,
      privateMetadata,
      etag,
    });
  },

  /** What came of a step, of its answers and the exit code of the last. */
  outcome(call, code, ...texts) {
    const answers = texts.map((answer) => JSON.parse(answer));
    const last = answers.at(-1);
    if (code !== '0') return JSON.stringify({ error: describeError(last) });
    if (last.unprocessed !== undefined) throw new Error('more than one answer holds is too much for a shell');
    if (!/^(list|batchGet)/.test(call)) return JSON.stringify({ result: last.metadata ? toRecord(last.metadata) : {} });
    const metadata = answers.flatMap((answer) => answer.metadata ?? []).map(toRecord);
    const missing = call.startsWith('batchGet') ? { missing: last.missing ?? [] } : {};
    return JSON.stringify({ result: { metadata, ...missing } });
  },
};

/** Gives a record with its times as every client writes them. */
function toRecord(record) {
  const times = ['createTime', 'updateTime', 'acceptTime'].filter((name) => name in record);
  return { ...record, ...Object.fromEntries(times.map((name) => [name, new Date(record[name]).toISOString()])) };
}

let unread = '';
let parts = [];
for await (const chunk of process.stdin.setEncoding('utf8')) {
  const pieces = (unread + chunk).split('\0');
  unread = pieces.pop();
  parts.push(...pieces);
  while (parts.length > Number(parts[0] ?? Infinity)) {
    const [, what, ...args] = parts.splice(0, Number(parts[0]) + 1);
    process.stdout.write(`${SHAPES[what](...args)}\0`);
  }
}
