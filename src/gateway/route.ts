import type { Context } from 'hono';

/** An operation as OpenAPI 3.1 has it; `/openapi.json` shows it as it is. */
export type Operation = Readonly<Record<string, unknown>> & {
  readonly operationId: string;
  readonly summary: string;
};

/** One thing that the gateway serves: said once, for the router and for `/openapi.json`. */
export interface Route {
  readonly method: 'get' | 'post' | 'put' | 'patch';
  /** A path with its parameters in braces, as OpenAPI writes it. */
  readonly path: string;
  /** Lets pages of the configured origins call it. Never set on what takes a backend's credential. */
  readonly forBrowsers: boolean;
  readonly operation: Operation;
  /** Answers, or throws a GatewayError. A GET answers HEAD too. */
  readonly handle: (context: Context) => Response | Promise<Response>;
}
