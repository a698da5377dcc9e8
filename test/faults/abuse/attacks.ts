import type { Attack } from './attack.js';
import { CALL_ATTACKS } from './attacks/calls.js';
import { CONNECTION_ATTACKS } from './attacks/connections.js';
import { FRAME_ATTACKS } from './attacks/frames.js';
import { MESSAGE_ATTACKS } from './attacks/messages.js';
import { STREAM_ATTACKS } from './attacks/streams.js';

/** Each attack, on a server of the kind that it is aimed at. */
const AIMED = [...STREAM_ATTACKS, ...FRAME_ATTACKS, ...CONNECTION_ATTACKS, ...CALL_ATTACKS, ...MESSAGE_ATTACKS];

/** Every attack that the service is held to. */
export const ATTACKS: readonly Attack[] = [...AIMED, ...AIMED.filter(({ alsoOverTls }) => alsoOverTls).map(overTls)];

function overTls(attack: Attack): Attack {
  return { ...attack, title: `${attack.title}, over TLS`, tls: true };
}
