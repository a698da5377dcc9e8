import { FrontendMetadataService } from '../../../gen/ts/orgmeta/v1/frontend_metadata.js';
import type { Calls, Outcome } from '../client.js';

/** Calls that go to the listener for frontends. */
export interface FrontendsListenerCalls extends Calls {
  /** How many calls of the backend were refused there. */
  refused(): number;
  /** Those that were not refused as unknown. */
  readonly strays: string[];
}

/**
 * Makes each call on the listener for frontends. One of the backend is unknown there, and is then made on the main one, so that what
 * comes after it goes as it should.
 */
export function callFrontendsListener(frontends: Calls, main: Calls): FrontendsListenerCalls {
  const strays: string[] = [];
  let refused = 0;
  return {
    strays,
    refused: () => refused,
    async call(rpc, request, options): Promise<Outcome> {
      const outcome = await frontends.call(rpc, request, options);
      if (rpc in FrontendMetadataService) return outcome;
      // One that is late before it is sent never gets there.
      const expected = options?.deadline === 0 ? 'DEADLINE_EXCEEDED' : 'UNIMPLEMENTED';
      if ('error' in outcome && outcome.error.code === expected) refused += 1;
      else strays.push(`${rpc}: ${JSON.stringify(outcome).slice(0, 300)}`);
      return main.call(rpc, request, options);
    },
  };
}
