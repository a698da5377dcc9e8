import { constants, type Http2Session, type ServerHttp2Stream } from 'node:http2';
import { status } from '@grpc/grpc-js';
import test from 'ava';
import type { OpenCall } from '../../../src/rpc/streams/call-ring.js';
import { countCall, isKnown, wentWell } from '../../../src/rpc/streams/standing.js';

const GET = '/orgmeta.v1.BackendMetadata/GetOrganizationMetadata';
const CHECK = '/grpc.health.v1.Health/Check';

/** A call that has closed, of which the tests say how. */
interface ClosedCall {
  readonly path?: string;
  readonly code?: status;
  readonly rstCode?: number;
  readonly isWhole?: boolean;
  readonly wasEnded?: boolean;
  readonly ageMs?: number;
}

function close({ path = GET, code, rstCode = 0, isWhole = true, wasEnded = false, ageMs = 0 }: ClosedCall): OpenCall {
  const stream = {
    rstCode,
    readableEnded: isWhole,
    headersSent: code !== undefined,
    sentTrailers: undefined,
    sentHeaders: { 'grpc-status': code },
  };
  return {
    stream: stream as unknown as ServerHttp2Stream,
    path,
    wasEnded,
    cameAt: performance.now() - ageMs,
  } as OpenCall;
}

const cancelled = constants.NGHTTP2_CANCEL;

for (const { title, call, well } of [
  { title: 'that was answered', call: { code: status.OK }, well: true },
  { title: 'that found nothing', call: { code: status.NOT_FOUND }, well: true },
  { title: 'with an argument that is wrong', call: { code: status.INVALID_ARGUMENT }, well: true },
  { title: 'with an etag that is not the current one', call: { code: status.ABORTED }, well: true },
  { title: 'that anybody may make', call: { path: CHECK, code: status.OK }, well: undefined },
  { title: 'that was answered before it was whole', call: { code: status.OK, isWhole: false }, well: undefined },
  { title: 'without a valid credential', call: { code: status.UNAUTHENTICATED }, well: undefined },
  { title: 'that its caller may not make', call: { code: status.PERMISSION_DENIED }, well: undefined },
  { title: 'while the store was away', call: { code: status.UNAVAILABLE }, well: undefined },
  { title: 'that took too long', call: { code: status.DEADLINE_EXCEEDED }, well: undefined },
  { title: 'without a status', call: {}, well: undefined },
  { title: 'of no rpc', call: { path: '/no.such/Rpc', code: status.UNIMPLEMENTED }, well: false },
  { title: 'beyond the rate limit', call: { code: status.RESOURCE_EXHAUSTED }, well: false },
  { title: 'beyond it that is not whole', call: { code: status.RESOURCE_EXHAUSTED, isWhole: false }, well: false },
  { title: 'that was broken off at once', call: { rstCode: cancelled }, well: false },
  { title: 'that was broken off at its deadline', call: { rstCode: cancelled, ageMs: 2_000 }, well: undefined },
  { title: 'that we ended', call: { code: status.RESOURCE_EXHAUSTED, wasEnded: true }, well: undefined },
] as const) {
  const how = well === undefined ? 'says nothing of its client' : well ? 'went well' : 'went badly';
  test(`a call ${title} ${how}`, (t) => {
    t.is(wentWell(close(call)), well);
  });
}

/** Counts calls of one connection, and gives after which of them it was known. */
function judge(calls: readonly boolean[]): boolean[] {
  const session = Object.create(null) as Http2Session;
  return calls.map((well) => {
    const before = isKnown(session);
    if (countCall(session, well) !== (isKnown(session) !== before)) throw new Error('it says that it changed, or not');
    return isKnown(session);
  });
}

const times = (count: number, well: boolean) => Array.from({ length: count }, () => well);

test('a connection is known after the first call that went well, and not after any that went badly', (t) => {
  t.deepEqual(judge([false, false, true]), [false, false, true]);
});

test('it is a newcomer again after as many that went badly, of at most ten', (t) => {
  t.deepEqual(judge([true, true, false, false]), [true, true, true, false]);
  t.deepEqual(judge([...times(50, true), ...times(10, false)]).slice(-2), [true, false]);
});

test('once it was known and is no more, ten that went well make it known', (t) => {
  t.deepEqual(judge([true, false, ...times(10, true)]).slice(-2), [false, true]);
});
