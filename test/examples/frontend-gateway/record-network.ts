import type { Page } from 'playwright-core';

/** All that went over the network for a page, as one text a request. */
export interface NetworkLog {
  /** Waits for what is under way, and gives addresses, headers and bodies of both directions. */
  read(): Promise<readonly NetworkEntry[]>;
}

export interface NetworkEntry {
  readonly url: string;
  readonly sent: string;
  readonly received: string;
}

/** Begins to write down what a page sends and receives. */
export function recordNetwork(page: Page): NetworkLog {
  const entries: Promise<NetworkEntry>[] = [];
  page.on('requestfinished', (request) => {
    const record = async () => {
      const response = await request.response();
      const body = await response?.text().catch(() => '');
      const [asked, answered] = [await request.allHeaders(), await response?.allHeaders()];
      return {
        url: request.url(),
        sent: `${request.method()} ${request.url()}\n${toLines(asked)}\n\n${request.postData() ?? ''}`,
        received: `${response?.status() ?? ''}\n${toLines(answered ?? {})}\n\n${body ?? ''}`,
      };
    };
    entries.push(record());
  });
  return { read: () => Promise.all(entries) };
}

function toLines(headers: Readonly<Record<string, string>>): string {
  return Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n');
}
