import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import test from 'ava';
import { createLog, flatLog, silentLog, type LogOptions } from '../../src/telemetry/log.js';

/** Logs something, and returns the lines that were written. */
async function linesOf(options: Omit<LogOptions, 'destination'>, work: (log: typeof silentLog) => void) {
  const lines: string[] = [];
  work(await createLog({ ...options, destination: { write: (line) => lines.push(line) } }));
  return lines;
}

test('a line is JSON with the level by name and the time in ISO 8601', async (t) => {
  const lines = await linesOf({ level: 'info', pretty: false }, (log) => {
    log.info({ port: 1 }, 'hello');
  });
  t.is(lines.length, 1);
  const { time, ...rest } = JSON.parse(lines[0] ?? '') as Record<string, unknown>;
  t.deepEqual(rest, { level: 'info', port: 1, msg: 'hello' });
  t.regex(String(time), /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
});

test('what is below the level is not written, and silent writes nothing', async (t) => {
  const work = (log: typeof silentLog) => {
    log.info('no');
    log.warn('yes');
  };
  t.is((await linesOf({ level: 'warn', pretty: false }, work)).length, 1);
  t.is((await linesOf({ level: 'silent', pretty: false }, work)).length, 0);
  t.false(silentLog.isLevelEnabled('fatal'));
});

test('an error is logged with its stack and its cause', async (t) => {
  const [line = ''] = await linesOf({ level: 'info', pretty: false }, (log) => {
    log.error({ err: new Error('outer', { cause: new Error('inner') }) }, 'failed');
  });
  const { err } = JSON.parse(line) as { err: { message: string; stack: string } };
  t.regex(err.message, /outer.*inner/);
  t.regex(err.stack, /log\.test/);
});

test('of what a library hangs on its errors, the log has the code and no more', async (t) => {
  const error = Object.assign(new Error('outer', { cause: Object.assign(new Error('inner'), { reply: 'canary' }) }), {
    code: 121,
    reply: { document: 'canary' },
  });
  const [line = ''] = await linesOf({ level: 'info', pretty: false }, (log) => {
    log.error({ err: error }, 'failed');
  });
  const { err } = JSON.parse(line) as { err: Record<string, unknown> };
  t.like(err, { type: 'Error', message: 'outer: inner', code: 121 });
  t.false(line.includes('canary'));
});

for (const pretty of [false, true]) {
  test(`the value of an authorization field is not written ${pretty ? 'for people' : 'as JSON'}`, async (t) => {
    const [line = ''] = await linesOf({ level: 'info', pretty }, (log) => {
      log.info({
        authorization: 'Bearer s3cret',
        headers: { Authorization: 's3cret' },
        a: { b: { authorization: 's3cret' } },
      });
    });
    t.false(line.includes('s3cret'));
    t.is(line.split('[redacted]').length, 4);
  });
}

test('nor is that of a line without objects, whose log is the same', async (t) => {
  const lines = await linesOf({ level: 'info', pretty: false }, (log) => {
    flatLog(log).info({ authorization: 'Bearer s3cret', Authorization: 's3cret', rpc: 'get' }, 'call');
    flatLog(log).debug('not said');
  });
  t.is(lines.length, 1);
  t.like(JSON.parse(lines[0] ?? ''), {
    level: 'info',
    authorization: '[redacted]',
    Authorization: '[redacted]',
    rpc: 'get',
    msg: 'call',
  });
});

test('a line for people has the message, and no JSON', async (t) => {
  const lines = await linesOf({ level: 'info', pretty: true }, (log) => {
    log.info({ port: 1 }, 'hello');
  });
  t.regex(lines.join(''), /INFO.*hello\n\s+port: 1/);
});

test('a line for people holds nothing of a value that a terminal would obey', async (t) => {
  const trick = '\u001B[31m\u009B\r\b\u202E \\u001b "quoted"';
  const [line = ''] = await linesOf({ level: 'info', pretty: true }, (log) => {
    log.info({ folder: trick, err: new Error(trick) }, 'hello');
  });
  t.notRegex(line.replaceAll('\n', ''), /[\p{Cc}\p{Cf}]/u);
  t.true(line.includes('\\u001b[31m\\u009b\\r\\b\\u202e'), line);
});

for (const pretty of [false, true]) {
  test(`every line is written before the process exits ${pretty ? 'for people' : 'as JSON'}`, async (t) => {
    const program = `
      import { createLog } from './src/telemetry/log.ts';
      const log = await createLog({ level: 'info', pretty: ${pretty} });
      for (let count = 1; count <= 5000; count += 1) log.info({ filler: 'x'.repeat(200) }, 'line ' + count);
      process.exit(0);
    `;
    const child = spawn(
      process.execPath,
      ['--import=tsx', '--conditions=source', '--input-type=module', '-e', program],
      {
        stdio: ['ignore', 'ignore', 'pipe'],
      },
    );
    const written = await text(child.stderr);
    t.is(written.split('line ').length - 1, 5000);
    t.regex(written, /line 5000\b/);
  });
}
