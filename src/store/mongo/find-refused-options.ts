/** What the name of an option looks like. Anything else may be a part of a password that was not percent-encoded. */
const NAME = /^[A-Za-z]{1,40}$/;

/**
 * Finds the options of a connection string that stand in the way: those that the driver refuses beside all that it takes. Its
 * errors don't say which option they are about, other than in words.
 *
 * @param isAccepted tells whether the driver takes a connection string.
 * @returns their names as they are written, without values; none if the fault is not in the options, or a password could show
 */
export function findRefusedOptions(uri: string, isAccepted: (uri: string) => boolean): string[] {
  const [base = '', ...rest] = uri.split('?');
  const query = rest.join('?');
  if (query.includes('@') || !isAccepted(base)) return [];
  const accepted: string[] = [];
  let refused = query.split('&').filter((option) => option !== '');
  // Some are taken only beside another, which may come later.
  for (let before = Infinity; refused.length < before;) {
    before = refused.length;
    refused = refused.filter((option) => {
      const isTaken = isAccepted(`${base}?${[...accepted, option].join('&')}`);
      if (isTaken) accepted.push(option);
      return !isTaken;
    });
  }
  const names = refused.map((option) => option.split('=')[0] ?? '');
  return names.every((name) => NAME.test(name)) ? [...new Set(names)] : [];
}
