import type { Page } from 'playwright-core';

/**
 * Begins to write down the statuses that the network gave to a page's requests for an address; the page's own code is told 200 where the
 * browser's cache was right.
 */
export async function recordStatuses(page: Page, urlPart: string): Promise<readonly number[]> {
  const session = await page.context().newCDPSession(page);
  const asked = new Set<string>();
  const statuses: number[] = [];
  session.on('Network.requestWillBeSent', ({ requestId, request }) => {
    if (request.url.includes(urlPart)) asked.add(requestId);
  });
  session.on('Network.responseReceivedExtraInfo', ({ requestId, statusCode }) => {
    if (asked.has(requestId)) statuses.push(statusCode);
  });
  await session.send('Network.enable');
  return statuses;
}
