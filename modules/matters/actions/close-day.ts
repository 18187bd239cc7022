import { done, refuse, type Result } from '../../../platform/result.ts';
import type { Work } from '../../../platform/work.ts';
import { todayOf } from '../rules/today.ts';
import { findDayMark, insertDayMark, loadDayMarks, queueByDay, type DayMark } from '../store/day-store.ts';
import { calendarOf } from '../store/ground-store.ts';
import { countStaying } from '../store/staying-store.ts';

/**
 * Closes the day of the asker's body (日清): once a day, by anyone who works there, and only when everything that stays has
 * its reason.
 *
 * @returns whether this command had done it before; or a refusal: `view.no_post`, `day.reasons_missing` with how many,
 *   `day.closed_already`, `command.used_elsewhere`
 * @source S27 事不过夜
 */
export const closeDay = (work: Work, commandId: string): Promise<Result<{ repeated: boolean }>> =>
  mark(work, commandId, 'closed');

/** Opens the day of the asker's body again; the refusal `day.not_closed` where it is open. */
export const openDay = (work: Work, commandId: string): Promise<Result<{ repeated: boolean }>> =>
  mark(work, commandId, 'opened');

async function mark(work: Work, id: string, kind: DayMark['kind']): Promise<Result<{ repeated: boolean }>> {
  const { actor } = work;
  if (actor.kind !== 'worker') return refuse('view.no_post');
  const { accountId, bodyId } = actor;
  const today = todayOf(await calendarOf(work), work.now);
  await queueByDay(work, bodyId, today.day);
  const earlier = await findDayMark(work, id);
  if (earlier)
    return earlier.bodyId === bodyId && earlier.kind === kind
      ? done({ repeated: true })
      : refuse('command.used_elsewhere');
  const last = (await loadDayMarks(work, today.day, [bodyId])).get(bodyId);
  if (kind === 'opened' && last?.kind !== 'closed') return refuse('day.not_closed');
  if (kind === 'closed' && last?.kind === 'closed') return refuse('day.closed_already');
  const { all, unsaid } = await countStaying(work, bodyId, today);
  if (kind === 'closed' && unsaid > 0) return refuse('day.reasons_missing', { count: unsaid });
  await insertDayMark(work, { id, bodyId, day: today.day, kind, at: work.now, accountId, stayed: all });
  return done({ repeated: false });
}
