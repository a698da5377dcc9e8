import { startServer, type RunningServer } from '../servers/start-server.js';

/** A TCP proxy between the service and its database that does what networks do. */
export interface FaultProxy {
  /** Where it listens. */
  readonly address: string;
  /** Refuses connections, and cuts those that there are. */
  refuse(): Promise<void>;
  /** Delays what the database answers. */
  delay(milliseconds: number): Promise<void>;
  /** Drops what the database answers, and still hands it what it is asked. Those connections end when this is over. */
  dropAnswers(): Promise<void>;
  /** Is a mere proxy again. */
  heal(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Starts toxiproxy before a port of this machine. To refuse connections, and to heal, it is ended and started anew in its
 * place: asked to close a proxy while connections come and go, it sometimes never answers again.
 */
export async function startFaultProxy(port: number): Promise<FaultProxy> {
  let running: RunningServer | undefined;
  let address = '127.0.0.1:0';
  const send = async (path: string, body: unknown) => {
    if (running === undefined) throw new Error('the proxy refuses connections; heal it first');
    const response = await fetch(`http://127.0.0.1:${running.port}${path}`, {
      method: 'POST',
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(10_000),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`toxiproxy refuses ${path}: ${text}`);
    return text;
  };
  const start = async () => {
    running = await startServer('toxiproxy');
    const made = await send('/proxies', { name: 'database', listen: address, upstream: `127.0.0.1:${port}` });
    ({ listen: address } = JSON.parse(made) as { listen: string });
  };
  const stop = async () => {
    await running?.stop();
    running = undefined;
  };
  const addToxic = async (type: string, attributes: Readonly<Record<string, number>>) => {
    await send('/proxies/database/toxics', { type, stream: 'downstream', attributes });
  };
  try {
    await start();
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    address,
    refuse: stop,
    delay: (milliseconds) => addToxic('latency', { latency: milliseconds }),
    dropAnswers: () => addToxic('timeout', { timeout: 0 }),
    async heal() {
      await stop();
      await start();
    },
    stop,
  };
}
