import { MongoClient, ReadConcern, type Db, type MongoClientOptions } from 'mongodb';

const CLIENT_OPTIONS: MongoClientOptions = {
  appName: 'orgmeta',
  // The store sends a write again by itself: it knows its own writes, and must know how often it was sent.
  retryWrites: false,
  readPreference: 'primary',
  connectTimeoutMS: 2000,
  socketTimeoutMS: 6000,
  serverSelectionTimeoutMS: 3000,
  // More are under way only when they are many at once, which then wait for connections: two at a time would be slow.
  maxConnecting: 16,
  // Shorter than the time for a command: what ends in this queue was certainly not sent.
  waitQueueTimeoutMS: 4500,
  heartbeatFrequencyMS: 2000,
  ignoreUndefined: true,
};

/** Makes a client, which is not connected yet. @throws what the driver throws over the connection string */
export function makeClient(uri: string): MongoClient {
  return new MongoClient(uri, CLIENT_OPTIONS);
}

/** Selects a database. What is written there is on the disks of a majority, whatever the connection string says. */
export function selectDatabase(client: MongoClient, name: string): Db {
  return client.db(name, {
    // Given with the client, a part of these would yield to the connection string's.
    writeConcern: { w: 'majority', journal: true },
    readConcern: new ReadConcern('local'),
  });
}
