import type { AlikeReason } from '../contract/alike.ts';
import type { Category } from '../contract/category.ts';

/** What is compared: two-character grams of the words, the kind, and the code of grid or community. */
type Compared = { readonly grams: readonly string[]; readonly category: Category; readonly areaCode: string | null };
export type Nearby = Compared & { readonly number: string; readonly openedAt: Date; readonly answeredAt: Date | null };

/** A request stays comparable while it is open, and for so many days after its answer. */
export const ALIKE_DAYS = 30;
const MOST_SHOWN = 3;
/** At least so much of the shorter text, by weight, has to be in the longer one; less is enough at the same spot. */
const ENOUGH_WORDS = 0.2;
const ENOUGH_WORDS_HERE = 0.1;
const GRID_DIGITS = 15;

/**
 * Ranks public requests that may be the same thing as one about to be sent (相似事项): words that few others share count more,
 * then the same grid, then the same kind. Without any words in common nothing is alike, whatever the place.
 *
 * @param others from the same community
 * @returns at most three, the likeliest first, each with its reasons; the newer first when equal
 * @source feature 46; thresholds set by this product, tried on the sentences of its tests
 */
export function rankAlike(
  report: Compared,
  others: readonly Nearby[],
  now: Date,
): readonly { readonly number: string; readonly reasons: readonly AlikeReason[] }[] {
  const fresh = others.filter(({ answeredAt }) => answeredAt === null || daysBetween(answeredAt, now) <= ALIKE_DAYS);
  const weigh = rarityIn([report, ...fresh]);
  return fresh
    .map((other) => {
      const words = shareOf(report.grams, other.grams, weigh);
      const sameGrid = isGrid(report.areaCode) && report.areaCode === other.areaCode;
      const sameKind = report.category !== 'other' && report.category === other.category;
      const reasons: AlikeReason[] = [
        ...(sameGrid ? (['sameGrid'] as const) : []),
        ...(words >= ENOUGH_WORDS ? (['sameWords'] as const) : []),
        ...(sameKind ? (['sameKind'] as const) : []),
      ];
      const isAlike = words >= ENOUGH_WORDS || (words >= ENOUGH_WORDS_HERE && sameGrid && sameKind);
      return {
        number: other.number,
        openedAt: other.openedAt,
        reasons,
        isAlike,
        score: words * 4 + +sameGrid * 2 + +sameKind,
      };
    })
    .filter(({ isAlike }) => isAlike)
    .sort((a, b) => b.score - a.score || b.openedAt.getTime() - a.openedAt.getTime() || (a.number < b.number ? 1 : -1))
    .slice(0, MOST_SHOWN)
    .map(({ number, reasons }) => ({ number, reasons }));
}

const daysBetween = (from: Date, to: Date): number => (to.getTime() - from.getTime()) / 86_400_000;
const isGrid = (code: string | null): boolean => code !== null && code.length >= GRID_DIGITS;

type Weigh = (gram: string) => number;

/** What everyone writes (小区, 没有) says little: a gram counts by how few texts it stands in. */
function rarityIn(texts: readonly Compared[]): Weigh {
  const found = new Map<string, number>();
  for (const { grams } of texts) for (const gram of grams) found.set(gram, (found.get(gram) ?? 0) + 1);
  return (gram) => Math.log(1 + texts.length / (found.get(gram) ?? 1));
}

/** How much of the lighter text stands in the other, from 0 to 1. */
function shareOf(a: readonly string[], b: readonly string[], weigh: Weigh): number {
  const inB = new Set(b);
  const total = (grams: readonly string[]) => grams.reduce((sum, gram) => sum + weigh(gram), 0);
  const lighter = Math.min(total(a), total(b));
  return lighter === 0 ? 0 : total(a.filter((gram) => inB.has(gram))) / lighter;
}
