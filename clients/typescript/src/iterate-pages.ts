/** A page of a list, and where the next begins; empty where there is none. */
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly nextPageToken: string;
}

/** Gives the items of all pages, and fetches each page when it is needed. */
export async function* iteratePages<Item>(
  fetchPage: (pageToken: string) => Promise<Page<Item>>,
): AsyncGenerator<Item, void> {
  let pageToken = '';
  do {
    const page = await fetchPage(pageToken);
    yield* page.items;
    pageToken = page.nextPageToken;
  } while (pageToken !== '');
}
