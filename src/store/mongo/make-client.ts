import { MongoClient, ReadConcern, type Db, type MongoClientOptions } from 'mongodb';
import { CALL_MS } from './deadline.js';
import { restartStuckMonitors, STEP_MS } from './restart-stuck-monitors.js';

const CLIENT_OPTIONS: MongoClientOptions = {
  appName: 'orgmeta',
  // The store sends a write again by itself: it knows its own writes, and must know how often it was sent.
  retryWrites: false,
  readPreference: 'primary',
  connectTimeoutMS: STEP_MS,
  // More are under way only when they are many at once, which then wait for connections: two at a time would be slow.
  maxConnecting: 16,
  // How long a server that comes back may go unnoticed by calls that wait for it.
  heartbeatFrequencyMS: 500,
  ignoreUndefined: true,
};

/**
 * Makes a client, which is not connected yet.
 *
 * @param callMs how long a call may take, in milliseconds.
 * @throws what the driver throws over the connection string
 */
export function makeClient(uri: string, callMs = CALL_MS): MongoClient {
  const client = new MongoClient(uri, {
    ...CLIENT_OPTIONS,
    socketTimeoutMS: callMs + 1000,
    // Long enough for another primary to be found, and short enough for the caller to be told that nothing was sent.
    serverSelectionTimeoutMS: 0.6 * callMs,
    // Shorter than the time for a command: what ends in this queue was certainly not sent.
    waitQueueTimeoutMS: callMs - 500,
  });
  restartStuckMonitors(client);
  return client;
}

/** Selects a database. What is written there is on the disks of a majority, whatever the connection string says. */
export function selectDatabase(client: MongoClient, name: string): Db {
  return client.db(name, {
    // Given with the client, a part of these would yield to the connection string's.
    writeConcern: { w: 'majority', journal: true },
    readConcern: new ReadConcern('local'),
  });
}
