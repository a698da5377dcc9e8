import type { Target } from './attack.js';
import { RawConnection, type RawOptions } from './raw-connection.js';

/** How many frames go into one write. */
const BATCH = 500;

/**
 * Sends so many pieces, each of which `make` builds, as fast as the server takes them. When the server ends the
 * connection, the flood goes on over a new one, on which `begin` is sent first.
 */
export async function flood(
  target: Pick<Target, 'port' | 'authority' | 'tally'>,
  count: number,
  make: (connection: RawConnection) => Buffer,
  { begin, ...options }: RawOptions & { readonly begin?: (connection: RawConnection) => Buffer } = {},
): Promise<void> {
  for (let sent = 0; sent < count;) {
    const connection = await RawConnection.open(target, options);
    target.tally.count('connections');
    if (begin !== undefined) await connection.send(begin(connection));
    while (sent < count && connection.open) {
      const size = Math.min(BATCH, count - sent);
      const batch = Buffer.concat(Array.from({ length: size }, () => make(connection)));
      sent += size;
      if (!(await connection.send(batch))) break;
    }
    await connection.close();
  }
}
