import type { Work } from '../../../platform/work.ts';
import type { TaskView } from '../contract/views.ts';
import { wordsOf } from '../kit/named.ts';
import type { WorkingCalendar } from '../rules/calendar.ts';
import { findProcedure } from '../rules/engine.ts';
import { loadMatter } from '../store/matter-store.ts';
import type { Entry } from '../store/timeline-store.ts';
import type { Names } from './names.ts';
import { viewClock } from './view-clock.ts';

/**
 * What a matter gave to other bodies and how it stands (交办事项), read from its own timeline; the limits and the way to the
 * task only where the task is in the scope of the work.
 */
export async function viewTasks(
  work: Work,
  entries: readonly Entry[],
  names: Names,
  calendar: WorkingCalendar,
): Promise<TaskView[]> {
  const tasks: TaskView[] = [];
  for (const { content } of entries) {
    const { opened } = content;
    if (!opened?.isTask) continue;
    const procedure = findProcedure({ procedureId: opened.procedure, procedureVersion: opened.version });
    if (!procedure) continue;
    const last = entries.findLast((entry) => entry.content.task?.matterId === opened.matterId)?.content;
    const state = last?.to ?? procedure.opening.to;
    const standing = procedure.states[state];
    if (!standing) continue;
    const seen = (await loadMatter(work, opened.matterId))?.matter;
    const running = (seen?.clocks ?? [])
      .filter(({ endedAt, dueAt }) => endedAt === null && dueAt !== null)
      .toSorted((a, b) => (a.dueAt as Date).getTime() - (b.dueAt as Date).getTime())[0];
    tasks.push({
      id: seen ? opened.matterId : null,
      number: opened.number,
      procedure: wordsOf(procedure),
      body: names.body(last?.bodyId ?? opened.bodyId).name,
      stateName: wordsOf(standing),
      stage: standing.kind,
      outcome: seen?.conclusion ?? null,
      clock: running ? viewClock(procedure, running, work.now, calendar) : null,
      missed: seen ? seen.clocks.filter(({ missedAt }) => missedAt !== null).length : null,
    });
  }
  return tasks;
}
