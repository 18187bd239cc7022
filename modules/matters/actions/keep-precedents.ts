import type { Work } from '../../../platform/work.ts';
import type { Procedure } from '../kit/define-procedure.ts';
import type { Progress } from '../rules/progress.ts';
import { mayRule, rulingsIn } from '../rules/rulings.ts';
import { savePrecedents } from '../store/precedent-store.ts';
import { subjectOf } from '../store/subject-source.ts';
import { loadTimeline } from '../store/timeline-store.ts';

/**
 * Keeps each ruling among steps that were just written as a precedent (裁定先例), in the caller's transaction.
 *
 * @param subject what kind of matter it is, when the module above cannot be asked yet
 */
export async function keepPrecedents(
  work: Work,
  procedure: Procedure,
  { matter, entries }: Progress,
  subject?: string,
): Promise<void> {
  if (!entries.some(({ content }) => mayRule(procedure, content['step']))) return;
  const written = new Set(entries.map(({ seq }) => seq));
  const timeline = await loadTimeline(work, matter.id);
  const rulings = rulingsIn(procedure, timeline.entries).filter(({ seq }) => written.has(seq));
  if (rulings.length === 0) return;
  await savePrecedents(work, matter, subject ?? (await subjectOf(work, matter)), rulings);
}
