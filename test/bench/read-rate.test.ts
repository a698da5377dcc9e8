import test from 'ava';
import { readRate } from '../../bench/load/h2load.js';

const report = ({ good = 1000, data = 2_205_000 } = {}) => `
finished in 6.00s, 11488.50 req/s, 24.53MB/s
requests: 1000 total, 1000 started, 1000 done, ${good} succeeded, ${1000 - good} failed, 0 errored, 0 timeout
status codes: ${good} 2xx, 0 3xx, ${1000 - good} 4xx, 0 5xx
traffic: 98.12MB (102887312) total, 305.50KB (312832) headers (space savings 96.39%), 2.10MB (${data}) data
`;

test('the rate of a run whose answers are real is read', (t) => {
  t.is(readRate(report(), 2200), 11488.5);
});

for (const { title, text } of [
  { title: 'failed', text: report({ good: 999 }) },
  { title: 'have no message, as gRPC errors do', text: report({ data: 0 }) },
  { title: 'are missing', text: 'spawning thread #0' },
]) {
  test(`a run whose answers ${title} is refused`, (t) => {
    t.throws(() => readRate(text, 2200), { message: /failed or were too short/ });
  });
}
