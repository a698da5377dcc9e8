import { startServer } from '../servers/start-server.js';

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

/** Starts toxiproxy before a port of this machine. */
export async function startFaultProxy(port: number): Promise<FaultProxy> {
  const server = await startServer('toxiproxy');
  const send = async (path: string, body: unknown) => {
    const response = await fetch(`http://127.0.0.1:${server.port}${path}`, {
      method: 'POST',
      body: JSON.stringify(body),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`toxiproxy refuses ${path}: ${text}`);
    return text;
  };
  const addToxic = async (type: string, attributes: Readonly<Record<string, number>>) => {
    await send('/proxies/database/toxics', { type, stream: 'downstream', attributes });
  };
  try {
    const made = await send('/proxies', { name: 'database', listen: '127.0.0.1:0', upstream: `127.0.0.1:${port}` });
    const { listen } = JSON.parse(made) as { listen: string };
    return {
      address: listen,
      async refuse() {
        await send('/proxies/database', { enabled: false });
      },
      delay: (milliseconds) => addToxic('latency', { latency: milliseconds }),
      dropAnswers: () => addToxic('timeout', { timeout: 0 }),
      async heal() {
        await send('/reset', {});
      },
      stop: () => server.stop(),
    };
  } catch (error) {
    await server.stop();
    throw error;
  }
}
