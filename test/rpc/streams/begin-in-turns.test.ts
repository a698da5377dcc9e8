import { EventEmitter } from 'node:events';
import type { Http2Session, ServerHttp2Stream } from 'node:http2';
import test from 'ava';
import { LIMITS } from '../../../src/rpc/limits.js';
import { beginInTurns } from '../../../src/rpc/streams/begin-in-turns.js';
import type { Newcomers } from '../../../src/rpc/streams/newcomers.js';
import { OpenCalls } from '../../../src/rpc/streams/open-calls.js';
import { countCall } from '../../../src/rpc/streams/standing.js';
import { silentLog } from '../../../src/telemetry/log.js';
import { Turns } from '../../../src/turns/turns.js';

test('newcomers are told of a connection that becomes one while calls of it wait', (t) => {
  const calls = new OpenCalls({ limits: LIMITS, rpcs: new Set(), lasting: new Set(), log: silentLog });
  const turns = new Turns({ perTurn: 8, perSource: 8, waiting: 100 });
  const told: Http2Session[] = [];
  const newcomers = { turns, onWait: (session: Http2Session) => told.push(session) } as unknown as Newcomers;
  const nothing = () => undefined;
  const beginning = beginInTurns({ calls, waiting: 100, newcomers, onBegin: nothing, onCrowdOut: nothing });
  const session = new EventEmitter() as unknown as Http2Session;
  countCall(session, true);
  for (let count = 0; count < 20; count += 1) {
    beginning.begin(calls.add(new EventEmitter() as unknown as ServerHttp2Stream, session, {}), {}, nothing);
  }
  t.deepEqual(told, []);
  countCall(session, false);
  beginning.move(session);
  t.deepEqual(told, [session]);
  t.is(turns.size, 4, 'the others have begun');
});
