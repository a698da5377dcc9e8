import type { Context } from 'hono';
import type { StatusCode } from 'hono/utils/http-status';
import type { Log } from '../telemetry/log.js';
import { GatewayError } from './gateway-error.js';

/** Answers with an error, in the shape of Clerk's. A bug is logged, and nothing of it is sent. */
export function answerError(error: Error, context: Context, log: Log): Response {
  const answer = error instanceof GatewayError ? error : toInternalError(error, log);
  if (answer.status === 502) log.error('the service refuses ORGMETA_GATEWAY_KEY');
  return context.body(answer.toJson(), answer.status as StatusCode as 500, answer.toHeaders());
}

function toInternalError(error: Error, log: Log): GatewayError {
  log.error({ err: error }, 'a request failed because of a bug');
  return new GatewayError({ status: 500, code: 'internal_error', message: 'Something went wrong' });
}
