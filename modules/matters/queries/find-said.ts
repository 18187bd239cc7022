import type { Work } from '../../../platform/work.ts';
import type { Said } from '../rules/said.ts';
import { loadTimeline } from '../store/timeline-store.ts';

/** Finds what was said in a matter (文字与评价); nothing outside the scope of the work. */
export async function findSaid(work: Work, matterId: string): Promise<Said> {
  const { entries, words } = await loadTimeline(work, matterId);
  return {
    words: [...words].sort((a, b) => a.seq - b.seq),
    ratings: entries.flatMap(({ content }) => {
      const mark = content.input?.['rating'];
      return typeof mark === 'number' ? [mark] : [];
    }),
  };
}
