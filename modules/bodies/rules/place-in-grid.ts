const fold = (text: string) => text.normalize('NFKC').replaceAll(/\s/g, '').toLowerCase();

/** Finds which of a grid's buildings or estates a text names: the longest that stands in it; undefined when none does. */
export function placeInGrid(addresses: readonly string[], text: string): string | undefined {
  const place = fold(text);
  const named = addresses.filter((address) => fold(address) !== '' && place.includes(fold(address)));
  return named.reduce<string | undefined>((best, one) => (best && best.length >= one.length ? best : one), undefined);
}
