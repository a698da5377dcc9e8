import test from 'ava';
import { describeMongodb } from '../../src/cli/describe-mongodb.js';

const cases = [
  { uri: 'mongodb://127.0.0.1:27017', expected: 'MongoDB at 127.0.0.1:27017, database orgmeta' },
  { uri: 'mongodb://127.0.0.1/?tls=true', expected: 'MongoDB at 127.0.0.1, database orgmeta' },
  { uri: 'mongodb://u:p%40w@a:1,b:2/data?authSource=admin', expected: 'MongoDB at a:1,b:2, database data' },
  { uri: 'mongodb+srv://u:pw@cluster.example/data', expected: 'MongoDB at cluster.example, database data' },
];

for (const { uri, expected } of cases) {
  test(`a database is named without credentials: ${expected}`, (t) => {
    t.is(describeMongodb(uri), expected);
  });
}
