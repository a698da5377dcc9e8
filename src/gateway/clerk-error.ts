import { GatewayError } from './gateway-error.js';

/** This is a part of Clerk's API that is not served. */
export function notServed(): GatewayError {
  return new GatewayError({
    status: 404,
    code: 'resource_not_found',
    message: 'not found',
    longMessage:
      'This gateway serves the metadata of organizations, memberships and invitations, and nothing else of Clerk’s API. ' +
      '/openapi.json lists what there is.',
  });
}

/** The body is not a JSON object in UTF-8. */
export function bodyInvalid(): GatewayError {
  return new GatewayError({
    status: 400,
    code: 'request_body_invalid',
    message: 'Request body invalid',
    longMessage: 'The body must be a JSON object, in UTF-8.',
  });
}

/** There is a parameter that means nothing here, and would be passed over in silence. */
export function parameterUnknown(name: string, remedy: string): GatewayError {
  return parameterError(422, 'form_param_unknown', name, 'is unknown', remedy);
}

/** A document is not what it must be. */
export function documentInvalid(name: string, problem: string, path = ''): GatewayError {
  return parameterError(422, 'form_param_value_invalid', name, 'is invalid', problem, path);
}

/** A document is over the limit. Says what the service says where it has the document before it. */
export function documentTooLarge(name: string, sizeBytes: number, limitBytes: number): GatewayError {
  return new GatewayError({
    status: 422,
    code: 'form_param_exceeds_allowed_size',
    message: 'is too large',
    longMessage:
      `${name} would be ${sizeBytes} bytes of JSON, ${sizeBytes - limitBytes} over the limit of ${limitBytes}; ` +
      'remove members, or store large values elsewhere and keep a reference',
    meta: { param_name: name, size_bytes: String(sizeBytes), limit_bytes: String(limitBytes) },
  });
}

/** A parameter of the query is not what it must be. */
export function queryInvalid(name: string, problem: string): GatewayError {
  return parameterError(400, 'form_param_format_invalid', name, 'is invalid', problem);
}

function parameterError(status: number, code: string, name: string, message: string, problem: string, path = '') {
  const where = path === '' ? name : `${name}, at ${path}`;
  const meta = { param_name: name, ...(path !== '' && { path }) };
  return new GatewayError({ status, code, message, longMessage: `${where}: ${problem}`, meta });
}
