import { setTimeout as wait } from 'node:timers/promises';
import { readDocument } from './read-document.js';
import type { FaultyService } from './start-faulty-service.js';

/** How often a moment is looked for. */
const ATTEMPTS = 20;

/** How many records are written at once. */
const CHAINS = 16;

/** Writes of one record, each on condition of the etag that the one before it answered with. */
export interface Chain {
  /** The organization. */
  readonly id: string;
  /** How many of its writes were confirmed. */
  readonly confirmed: number;
  /** The reason of the one that wasn't, with which it ended. */
  readonly refusal: string | undefined;
}

/** Chains that go on until a write is refused, or they are stopped. */
export interface Chains {
  now(): readonly Chain[];
  /** Lets one end with the write that is under way. */
  stopAfter(id: string): void;
  /** Lets all end with the write that is under way, and gives what became of them. */
  end(): Promise<readonly Chain[]>;
}

/** Starts chains of writes, of organizations that begin with this. */
export function startChains({ call }: FaultyService, prefix: string): Chains {
  const chains = Array.from({ length: CHAINS }, (_, index) => ({
    id: `${prefix}-${index}`,
    confirmed: 0,
    refusal: undefined as string | undefined,
    isStopped: false,
  }));
  const run = async (chain: (typeof chains)[number]) => {
    let etag = '0';
    while (!chain.isStopped && chain.refusal === undefined) {
      const publicMetadata = { n: chain.confirmed + 1 };
      const outcome = await call('replaceOrganizationMetadata', { organizationId: chain.id, publicMetadata, etag });
      if ('error' in outcome) {
        chain.refusal = outcome.error.reason ?? outcome.error.code;
      } else {
        ({ etag } = outcome.answer.metadata as { etag: string });
        chain.confirmed += 1;
      }
    }
  };
  const running = Promise.all(chains.map(run));
  return {
    now: () => chains.map((chain) => ({ ...chain })),
    stopAfter(id) {
      for (const chain of chains) if (chain.id === id) chain.isStopped = true;
    },
    async end() {
      for (const chain of chains) chain.isStopped = true;
      await running;
      return chains;
    },
  };
}

/**
 * Drops the answers of the database at a moment at which some writes of the chains are done and their callers not told. The
 * chains read together and then write, so a moment at which all of them read is let pass.
 *
 * @returns these chains, as the database says; none if there was no such moment
 */
export async function dropAnswersOfWrites(service: FaultyService, chains: Chains): Promise<readonly Chain[]> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    await service.proxy.dropAnswers();
    const hidden = await findHidden(service, chains);
    if (hidden.length > 0) return hidden;
    await service.proxy.heal();
    await wait(Math.random() * 100);
  }
  return [];
}

/** Finds the chains whose write under way is done, as the database says, while answers are dropped. */
async function findHidden(service: FaultyService, chains: Chains): Promise<readonly Chain[]> {
  // Answers that passed the proxy before are on their way to the callers still, and nothing tells when they are all there.
  await wait(300);
  const hidden: Chain[] = [];
  for (const chain of chains.now()) {
    if (chain.refusal !== undefined) continue;
    if ((await readDocument(service, chain.id)).revision > chain.confirmed) hidden.push(chain);
  }
  return hidden;
}
