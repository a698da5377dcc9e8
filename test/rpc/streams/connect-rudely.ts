import type { ExecutionContext } from 'ava';
import { field } from '../../e2e/raw.js';
import { beginCall, callHeaders, dataFrames } from '../../faults/abuse/call-frames.js';
import { RawConnection } from '../../faults/abuse/raw-connection.js';
import { Tally } from '../../faults/abuse/tally.js';
import { frame } from '../raw-call.js';

/** A client that sends calls all at once, without a look at what the server allows. */
export interface RudeClient {
  readonly connection: RawConnection;
  /** Sends calls that ask for these organizations, with a key of any name. */
  readonly send: (path: string, organizationIds: readonly string[], key?: string) => void;
}

/** Connects such a client until the test ends; `tally` counts what it gets. */
export async function connectRudely(t: ExecutionContext, address: string, tally = new Tally()): Promise<RudeClient> {
  const connection = await RawConnection.open({ port: Number(address.split(':')[1]), tally });
  t.teardown(() => connection.close());
  const send: RudeClient['send'] = (path, organizationIds, key = 'any') => {
    const headers = callHeaders(path, key);
    const calls = organizationIds.map((id) => {
      const stream = connection.newStream();
      return Buffer.concat([beginCall(stream, headers), dataFrames(stream, frame(field(1, id)), true)]);
    });
    void connection.send(Buffer.concat(calls));
  };
  return { connection, send };
}
