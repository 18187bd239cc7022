import { allTongues, firstTongue, type Tongue } from './tongue.ts';

/**
 * Picks the language of the site for a browser of which nothing is known yet (初次来访的语言): the one it likes best of those the
 * site has; Chinese when it names none of them.
 *
 * @param accepted `Accept-Language`, such as `en-GB,en;q=0.9,zh;q=0.4` (RFC 9110, 12.5.4)
 */
export function pickTongue(accepted: string | undefined, added: readonly Tongue[]): Tongue {
  const tongues = allTongues(added);
  const found = (accepted ?? '')
    .toLowerCase()
    .split(',')
    .map((range) => {
      const [tag = '', ...parameters] = range.split(';').map((part) => part.trim());
      const quality = parameters.find((one) => one.startsWith('q='));
      return { tag, quality: quality === undefined ? 1 : Number(quality.slice(2)) };
    })
    .filter(({ quality }) => quality > 0)
    .toSorted((a, b) => b.quality - a.quality)
    .map(
      ({ tag }) => tongues.find(({ id }) => id === tag) ?? tongues.find(({ id }) => languageIn(id) === languageIn(tag)),
    );
  return found.find((tongue) => tongue !== undefined) ?? firstTongue;
}

const languageIn = (tag: string): string => tag.split('-')[0] ?? tag;
