import { BinaryWriter } from '@bufbuild/protobuf/wire';
import type { Target } from './attack.js';
import { beginCall, callHeaders, dataFrames, grpcMessage, READ } from './call-frames.js';
import { RawConnection } from './raw-connection.js';

/** A read of a record that isn't there. */
export const REQUEST = grpcMessage(new BinaryWriter().uint32(10).string('org-nobody').finish());

/** Makes so many reads over one connection, with as many under way as the server allows. */
export async function callBusily(target: Target, count: number): Promise<void> {
  const connection = await RawConnection.open(target);
  const headers = callHeaders(READ, target.key);
  for (let begun = 0; begun < count;) {
    const room = Math.min(count - begun, connection.maxStreams - connection.openStreams.size);
    const calls = Array.from({ length: room }, () => {
      const stream = connection.newStream();
      return Buffer.concat([beginCall(stream, headers), dataFrames(stream, REQUEST, true)]);
    });
    begun += room;
    await connection.send(Buffer.concat(calls));
    if (!(await connection.untilOpen(connection.maxStreams - 1))) break;
  }
  await connection.untilOpen(0);
  await connection.close();
}
