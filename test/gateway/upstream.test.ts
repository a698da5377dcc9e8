import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { Metadata, status, type sendUnaryData } from '@grpc/grpc-js';
import test from 'ava';
import { FrontendMetadataService } from '../../gen/ts/orgmeta/v1/frontend_metadata.js';
import { OrgmetaError } from '../../src/domain/errors.js';
import type { GatewayError } from '../../src/gateway/gateway-error.js';
import { toStatus } from '../../src/wire/status.js';
import { openFor, serveService } from './serve-service.js';
import { recordOf, startSlowService } from './slow-service.js';

const PATH = '/v1/organizations/org_1/public-metadata';
const GET = FrontendMetadataService.getOrganizationPublicMetadata;

test('a visitor who leaves takes the call to the service along', async (t) => {
  let started: () => void = () => undefined;
  const arrived = new Promise<void>((resolve) => (started = resolve));
  let ended: () => void = () => undefined;
  const cancelled = new Promise<void>((resolve) => (ended = resolve));
  const { address } = await startSlowService(t, (call) => {
    call.on('cancelled', ended);
    started();
  });
  const { url } = await serveService(t, address);
  const leaving = new AbortController();
  const request = fetch(url + PATH, { signal: leaving.signal });
  await arrived;
  leaving.abort();
  t.is(await request.catch(() => 'gone'), 'gone');
  await cancelled;
  t.pass();
});

test('a service that does not answer in time is answered for with 504', async (t) => {
  const { address } = await startSlowService(t, () => undefined);
  const { url } = await serveService(t, address, { timeoutMs: 100 });
  const response = await fetch(url + PATH);
  t.is(response.status, 504);
  t.like(await response.json(), { errors: [{ code: 'timeout' }] });
});

test('a service that is away is answered for with 503 and Retry-After, and nothing of it is told', async (t) => {
  const { url } = await serveService(t, '127.0.0.1:1');
  const response = await fetch(url + PATH);
  t.is(response.status, 503);
  t.is(response.headers.get('retry-after'), '1');
  t.notRegex(await response.text(), /127\.0\.0\.1|connect/i);
});

test('a call that the service cuts off is answered with 503, and not as if the visitor had left', async (t) => {
  let arrived: () => void = () => undefined;
  const arrival = new Promise<void>((resolve) => (arrived = resolve));
  const { address, cutOff } = await startSlowService(t, () => {
    arrived();
  });
  const { url } = await serveService(t, address);
  const request = fetch(url + PATH);
  await arrival;
  cutOff();
  const response = await request;
  t.is(response.status, 503);
  t.is(response.headers.get('retry-after'), '1');
  t.like(await response.json(), { errors: [{ code: 'service_unavailable' }] });
});

test('a service with too many calls open is answered for with 503, and not as if the request were too large', async (t) => {
  const { address } = await startSlowService(t, (_call, callback) => {
    callback({ code: status.RESOURCE_EXHAUSTED, details: 'as many calls open as it allows' });
  });
  const { url } = await serveService(t, address);
  const response = await fetch(url + PATH);
  t.is(response.status, 503);
  t.is(response.headers.get('retry-after'), '1');
});

test('a service that says that it is busy is answered for with 503, and the seconds that it names, though no visitor is to blame', async (t) => {
  const { address } = await startSlowService(t, (_call, callback) => {
    callback(toStatus(new OrgmetaError('SERVICE_BUSY', 'as much as it allows', {}, { retryAfterMs: 3000 })));
  });
  const { url } = await serveService(t, address);
  const response = await fetch(url + PATH);
  t.is(response.status, 503);
  t.is(response.headers.get('retry-after'), '3');
  t.like(await response.json(), {
    errors: [{ code: 'service_unavailable', long_message: 'as much as it allows' }],
  });
});

test('an error whose details can not be read is answered by its code, and the gateway lives on', async (t) => {
  const { address } = await startSlowService(t, (_call, callback) => {
    const metadata = new Metadata();
    metadata.set('grpc-status-details-bin', Buffer.from([0x0a, 0xff, 0xff, 0xff, 0xff]));
    callback({ code: status.UNAVAILABLE, details: 'inside', metadata });
  });
  const { url } = await serveService(t, address);
  for (const _ of [1, 2]) {
    const response = await fetch(url + PATH);
    t.is(response.status, 503);
    t.notRegex(await response.text(), /inside/);
  }
});

test('requests under way are answered before it ends, and what takes too long is ended', async (t) => {
  const waiting: sendUnaryData<{ metadata: object }>[] = [];
  let arrived: () => void = () => undefined;
  const { address } = await startSlowService(t, (_call, callback) => {
    waiting.push(callback);
    arrived();
  });
  const { url, gateway } = await serveService(t, address);
  const arrival = new Promise<void>((resolve) => (arrived = resolve));
  const request = fetch(url + PATH);
  await arrival;
  const drained = gateway.drain(30_000);
  waiting.pop()?.(null, recordOf('org_1'));
  t.is((await request).status, 200);
  await drained;

  const late = await serveService(t, address);
  const lateArrival = new Promise<void>((resolve) => (arrived = resolve));
  const cutOff = fetch(late.url + PATH);
  await lateArrival;
  await Promise.all([t.throwsAsync(cutOff, { instanceOf: TypeError }), late.gateway.drain(50)]);
});

test('a connection may have 16 requests without their answers, and is closed with one more', async (t) => {
  const waiting: sendUnaryData<{ metadata: object }>[] = [];
  let arrived: () => void = () => undefined;
  const { address } = await startSlowService(t, (_call, callback) => {
    if (waiting.push(callback) === 16) arrived();
  });
  const { url } = await serveService(t, address);
  const { hostname, port } = new URL(url);
  const ask = (count: number) => {
    const socket = connect(Number(port), hostname);
    t.teardown(() => socket.destroy());
    // Each with a credential of its own, so that each is a call.
    const request = (_: unknown, at: number) => `GET ${PATH} HTTP/1.1\r\nHost: a\r\nAuthorization: ${at}\r\n\r\n`;
    socket.write(Array.from({ length: count }, request).join(''));
    return socket;
  };
  const arrival = new Promise<void>((resolve) => (arrived = resolve));
  const within = ask(16);
  await arrival;
  for (const answer of waiting.splice(0)) answer(null, recordOf('org_1'));
  let answers = '';
  for await (const chunk of within) {
    answers += String(chunk);
    if (answers.split('HTTP/1.1 200').length > 16) break;
  }
  t.is(answers.split('HTTP/1.1 200').length - 1, 16);
  t.is(await text(ask(17)).catch(() => ''), '');
});

test('thousands of cancelled calls end no other call', async (t) => {
  const waiting: sendUnaryData<{ metadata: object }>[] = [];
  const { address } = await startSlowService(t, (call, callback) => {
    if (call.request.organizationId === 'innocent') waiting.push(callback);
  });
  const upstream = openFor(t, address);
  const call = (organizationId: string, { signal } = new AbortController()) =>
    upstream.call(GET, { organizationId }, { authorization: undefined, signal });
  const innocents = Array.from({ length: 8 }, () => call('innocent'));
  for (let round = 0; round < 60; round += 1) {
    const leaving = Array.from({ length: 100 }, () => new AbortController());
    const calls = leaving.map((visitor) => call('guilty', visitor));
    setImmediate(() => {
      for (const visitor of leaving) visitor.abort();
    });
    for (const guilty of await Promise.allSettled(calls)) {
      t.is(guilty.status === 'rejected' && (guilty.reason as GatewayError).status, 499);
    }
  }
  while (waiting.length < innocents.length) await new Promise((resolve) => setTimeout(resolve, 10));
  for (const answer of waiting) answer(null, recordOf('innocent'));
  for (const { metadata } of await Promise.all(innocents)) t.is(metadata?.organizationId, 'innocent');
});
