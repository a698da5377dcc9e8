import { setTimeout as delay } from 'node:timers/promises';
import type { Page } from 'playwright-core';

/** Gives the statuses of all requests so far, in the order of these, once each has one. */
export type ReadStatuses = () => Promise<number[]>;

/**
 * Begins to write down the statuses that the network gave to a page's requests for an address; the page's own code is told 200 where the
 * browser's cache was right.
 */
export async function recordStatuses(page: Page, urlPart: string): Promise<ReadStatuses> {
  const session = await page.context().newCDPSession(page);
  const asked = new Set<string>();
  // The page and the network are processes of their own: a status may be told of before its request is, or after the answer was used.
  const statuses = new Map<string, number>();
  session.on('Network.requestWillBeSent', ({ requestId, request }) => {
    if (request.url.includes(urlPart)) asked.add(requestId);
  });
  session.on('Network.responseReceivedExtraInfo', ({ requestId, statusCode }) => {
    statuses.set(requestId, statusCode);
  });
  await session.send('Network.enable');
  return async () => {
    for (;;) {
      const found = [...asked].map((requestId) => statuses.get(requestId));
      if (found.every((status) => status !== undefined)) return found;
      await delay(20);
    }
  };
}
