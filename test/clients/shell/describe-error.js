import { Buffer } from 'node:buffer';
import { status } from '@grpc/grpc-js';
import { BadRequest, ErrorInfo } from 'nice-grpc-error-details';

/** Gives an error, as grpcurl or buf curl prints it, as every client writes it. */
export function describeError({ code, details = [] }) {
  const read = details.map(readDetail);
  const info = read.find(({ domain }) => domain === 'orgmeta');
  const field = read.flatMap(({ fieldViolations = [] }) => fieldViolations)[0]?.field;
  return {
    // grpcurl gives the number, buf the name in lower case.
    code: status[code] ?? code.toUpperCase(),
    ...(info && { reason: info.reason }),
    metadata: info?.metadata ?? {},
    ...(field && { field }),
  };
}

/** grpcurl prints a detail in words, and buf, which doesn't know its type, as bytes. */
function readDetail({ type, value, ...words }) {
  const bytes = Buffer.from(value ?? '', 'base64');
  if (type === 'google.rpc.ErrorInfo') return ErrorInfo.decode(bytes);
  if (type === 'google.rpc.BadRequest') return BadRequest.decode(bytes);
  return words;
}
