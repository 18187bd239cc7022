import { sql } from 'kysely';
import { done, type Result } from '../../../platform/result.ts';
import type { Work } from '../../../platform/work.ts';
import type { CalendarChange } from '../contract/calendar.ts';
import type { ClockRun } from '../kit/matter.ts';
import { findProcedure } from '../rules/engine.ts';
import { movesBy } from '../rules/move-dues.ts';
import { loadRunningClocks } from '../store/calendar-store.ts';
import { calendarOf } from '../store/ground-store.ts';
import { announceYear, setCalendarDay, setTimetable } from './set-calendar.ts';

/**
 * Changes the calendar of the district (调整本区日历), in the caller's transaction; running limits follow when the timer comes by.
 *
 * @returns done, or a refusal of {@link setCalendarDay}, {@link setTimetable} or {@link announceYear}
 */
export function changeCalendar(work: Work, change: CalendarChange): Promise<Result<null>> {
  switch (change.kind) {
    case 'day':
      return setCalendarDay(work, change);
    case 'hours': {
      const { hours, summer } = change.timetable;
      return setTimetable(work, { hours, ...(summer ? { summer } : {}) });
    }
    case 'year': {
      const { reason, source } = change;
      const days = [
        ...change.rests.map((day) => ({ day, works: false, reason, source })),
        ...change.works.map((day) => ({ day, works: true, reason, source })),
      ];
      return announceYear(work, change.year, days);
    }
  }
}

/**
 * Says how many running limits a change of the calendar would move (预览), by making it and taking it back: nothing is changed.
 *
 * @returns the number, or the refusal that the change itself would meet
 */
export async function previewCalendar(work: Work, change: CalendarChange): Promise<Result<{ moves: number }>> {
  await sql`savepoint preview`.execute(work.db);
  const changed = await changeCalendar(work, change);
  const moves = changed.ok ? await countMoves(work) : 0;
  await sql`rollback to savepoint preview`.execute(work.db);
  return changed.ok ? done({ moves }) : changed;
}

async function countMoves(work: Work): Promise<number> {
  const calendar = await calendarOf(work);
  const runs = await loadRunningClocks(work);
  const isMoved = ({ run, ...under }: { run: ClockRun; procedureId: string; procedureVersion: number }) => {
    const procedure = findProcedure(under);
    return procedure !== undefined && movesBy(procedure, run, calendar);
  };
  return runs.filter(isMoved).length;
}
