import type { Random } from '../../../db/demo/random.ts';
import { dayOf } from './stencil.ts';
import type { SourceMatter } from './source-matters.ts';

/** A district settles what comes in: of all matters so many stand open, those of the last weeks. */
const OPEN_SHARE = 0.02;
const YEARS_DAYS = 3 * 365;

/** Which matter is copied to when, in the order of opening. */
export type Copies = {
  readonly length: number;
  readonly sourceAt: (index: number) => number;
  readonly shiftDaysAt: (index: number) => number;
};

/**
 * Plans copies so that, with what stands there already, a record of three years comes out: settled matters spread evenly over
 * the days, open ones as recent as their sources, because a clock that ran out years ago would have turned into something else.
 */
export function planCopies(
  sources: readonly SourceMatter[],
  { count, standing }: { readonly count: number; readonly standing: { readonly all: number; readonly open: number } },
  random: Random,
): Copies {
  const open = sources.flatMap(({ isOpen }, at) => (isOpen ? [at] : []));
  const settled = sources.flatMap(({ isOpen }, at) => (isOpen ? [] : [at]));
  const openCopies = Math.min(count, Math.max(0, Math.round((standing.all + count) * OPEN_SHARE) - standing.open));
  const openedOn = sources.map((source) => dayOf(source.openedOn));
  const last = Math.max(...openedOn);
  const picked = new Int32Array(count);
  const days = new Int32Array(count);
  for (let i = 0; i < count; i += 1) {
    const from = i < openCopies ? open : settled;
    const source = from[random.between(0, from.length - 1)] as number;
    const own = openedOn[source] as number;
    picked[i] = source;
    days[i] = i < openCopies ? own : Math.min(own, last - random.between(0, YEARS_DAYS));
  }
  const order = Int32Array.from({ length: count }, (_, i) => i).sort(
    (a, b) => (days[a] as number) - (days[b] as number),
  );
  const sourceAt = (index: number): number => picked[order[index] as number] as number;
  return {
    length: count,
    sourceAt,
    shiftDaysAt: (index) => (days[order[index] as number] as number) - (openedOn[sourceAt(index)] as number),
  };
}
