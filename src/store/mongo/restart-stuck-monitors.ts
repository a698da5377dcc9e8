import type { MongoClient, ServerHeartbeatStartedEvent } from 'mongodb';

/** How long the driver takes at most for one step of a heartbeat, and what is added before one counts as stuck. */
export const STEP_MS = 2000;
const MARGIN_MS = 200;

/** The part of the driver's monitor of a server that is needed here, which its types don't show. */
interface Monitor {
  close(): void;
  connect(): void;
}

interface WithTopology {
  readonly topology?: { readonly s: { readonly servers: ReadonlyMap<string, { readonly monitor: Monitor | null }> } };
}

/**
 * Restarts the driver's monitor of a server when a heartbeat doesn't end. One that is written to a connection at the moment
 * at which that closes waits for ever in driver 7.9, beyond all its timeouts, and the server is never found again.
 */
export function restartStuckMonitors(client: MongoClient): void {
  const timers = new Map<string, NodeJS.Timeout>();
  /** The servers to which the monitor has a connection; to others it makes one, which is a step more. */
  const connected = new Set<string>();
  const stop = (address: string) => {
    clearTimeout(timers.get(address));
    timers.delete(address);
  };
  client.on('serverHeartbeatStarted', ({ connectionId: address, awaited }: ServerHeartbeatStartedEvent) => {
    stop(address);
    // The server answers those when it likes.
    if (awaited) return;
    const restart = () => {
      timers.delete(address);
      connected.delete(address);
      const monitor = (client as unknown as WithTopology).topology?.s.servers.get(address)?.monitor;
      monitor?.close();
      monitor?.connect();
    };
    const steps = connected.has(address) ? 1 : 2;
    timers.set(address, setTimeout(restart, steps * STEP_MS + MARGIN_MS).unref());
  });
  client.on('serverHeartbeatSucceeded', ({ connectionId: address }) => {
    stop(address);
    connected.add(address);
  });
  client.on('serverHeartbeatFailed', ({ connectionId: address }) => {
    stop(address);
    connected.delete(address);
  });
  client.on('serverClosed', ({ address }) => {
    stop(address);
    connected.delete(address);
  });
}
