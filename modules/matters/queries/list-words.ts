import type { Work } from '../../../platform/work.ts';
import { loadTimeline, type SaidWords } from '../store/timeline-store.ts';

/** Lists what people wrote in a matter (文字内容), oldest first; nothing outside the scope of the work. */
export async function listWords(work: Work, matterId: string): Promise<SaidWords[]> {
  const { words } = await loadTimeline(work, matterId);
  return [...words].sort((a, b) => a.seq - b.seq);
}

/** Lists the marks that the person who asked gave (评价), oldest first, from 1 to 5. */
export async function listRatings(work: Work, matterId: string): Promise<number[]> {
  const { entries } = await loadTimeline(work, matterId);
  return entries.flatMap((entry) => {
    const mark = entry.content.input?.['rating'];
    return typeof mark === 'number' ? [mark] : [];
  });
}
