import test from 'ava';
import { openMongoStore } from '../../../src/store/mongo/open-mongo-store.js';

const UNREADABLE = 'MONGODB_URI is not a connection string that the driver of MongoDB can read';

const wrong: { title: string; uri: string; expected: string }[] = [
  { title: 'an option that there is not', uri: 'mongodb://u:secret@h/d?foo=secret', expected: 'foo' },
  { title: 'a value that an option can not have', uri: 'mongodb://u:secret@h/d?w=1&tls=secret', expected: 'tls' },
  { title: 'two wrong options', uri: 'mongodb://u:secret@h/d?foo=1&appName=a&bar=secret', expected: 'foo, bar' },
  { title: 'an option twice', uri: 'mongodb://h/d?appName=a&appName=b', expected: 'appName' },
  { title: 'an option without a value', uri: 'mongodb://h/d?replicaSet=', expected: 'replicaSet' },
  { title: 'an option that lacks another', uri: 'mongodb://h/d?proxyPort=1', expected: 'proxyPort' },
  {
    title: 'a wrong option beside one that comes before what it needs',
    uri: 'mongodb://h/d?proxyPort=1&foo=2&proxyHost=h',
    expected: 'foo',
  },
  {
    title: 'an option against reads from the primary',
    uri: 'mongodb://h/d?maxStalenessSeconds=100',
    expected: 'maxStalenessSeconds',
  },
  { title: 'an option for mongodb+srv alone', uri: 'mongodb://h/d?srvMaxHosts=2', expected: 'srvMaxHosts' },
];

for (const { title, uri, expected } of wrong) {
  test(`a connection string with ${title} is refused at once, and the option named`, (t) => {
    const { message } = openWrong(uri);
    t.is(
      message,
      `MONGODB_URI: the driver of MongoDB does not take the option ${expected}: correct its name or value, or leave it out`,
    );
  });
}

const unreadable: { title: string; uri: string }[] = [
  { title: 'of another database', uri: 'postgres://u:secret@h/d?foo=1' },
  { title: 'with a password that ends the options', uri: 'mongodb://u:12?secret=secret@h/d' },
  { title: 'with a password in the name of an option', uri: 'mongodb://h/d?s-secret=1' },
  { title: 'without a host', uri: 'mongodb://u:secret@/d?foo=1' },
];

for (const { title, uri } of unreadable) {
  test(`a connection string ${title} is refused at once, and nothing in it shown`, (t) => {
    t.is(openWrong(uri).message, UNREADABLE);
  });
}

function openWrong(uri: string): Error {
  try {
    void openMongoStore(uri, { onDamage: () => undefined }).close();
  } catch (error) {
    if (error instanceof Error && error.name === 'StoreOpenError') return error;
    throw error;
  }
  throw new Error('the connection string was taken');
}
