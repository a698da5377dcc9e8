/** Calls a function for each item and gives what it resolved to, in their order, with so many calls under way at once. */
export async function mapConcurrently<T, R>(
  items: readonly T[],
  call: (item: T, index: number) => Promise<R>,
  atOnce = 200,
): Promise<R[]> {
  const results: R[] = [];
  const left = items.entries();
  const work = async () => {
    for (const [index, item] of left) results[index] = await call(item, index);
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return results;
}
