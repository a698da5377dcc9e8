import { STATUS_CODES } from 'node:http';
import type { GatewayError } from './gateway-error.js';

/** Writes an error as the last answer on a connection, where there is no request that Node could answer. */
export function toRawAnswer(error: GatewayError): string {
  const { status } = error;
  const body = error.toJson();
  const headers = {
    ...error.toHeaders(),
    date: new Date().toUTCString(),
    connection: 'close',
    'content-length': Buffer.byteLength(body),
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return [`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`, ...lines, '', body].join('\r\n');
}
