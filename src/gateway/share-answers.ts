import type { MiddlewareHandler } from 'hono';
import type { AllowOrigin } from './allow-origins.js';

/** Lets pages of the allowed origins read the answers, errors too, and answers the preflights of their browsers. */
export function shareAnswers(allowOrigin: AllowOrigin): MiddlewareHandler {
  return async function shareAnswer(context, next) {
    const { isPreflight, headers } = allowOrigin({
      method: context.req.method,
      path: context.req.path,
      origin: context.req.header('origin'),
      requestMethod: context.req.header('access-control-request-method'),
    });
    if (isPreflight) return context.body(null, 204, headers);
    await next();
    for (const [name, value] of Object.entries(headers)) context.res.headers.append(name, value);
    return undefined;
  };
}
