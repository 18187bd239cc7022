import type { Work } from '../../../platform/work.ts';
import type { TaskView } from '../contract/views.ts';
import type { Procedure } from '../kit/define-procedure.ts';
import { wordsOf, type Named } from '../kit/named.ts';
import type { WorkingCalendar } from '../rules/calendar.ts';
import { findProcedure } from '../rules/engine.ts';
import { loadMatter } from '../store/matter-store.ts';
import { loadTimeline, type Entry } from '../store/timeline-store.ts';
import type { Names } from './names.ts';
import { readableBy } from './readable-by.ts';
import { viewClock } from './view-clock.ts';

/**
 * What a matter gave to other bodies and how it stands (交办事项), read from its own timeline; the limits, what was written in the
 * task and the way to it only where the task is in the scope of the work.
 */
export async function viewTasks(
  work: Work,
  whole: Procedure,
  entries: readonly Entry[],
  names: Names,
  calendar: WorkingCalendar,
): Promise<TaskView[]> {
  const tasks: TaskView[] = [];
  for (const entry of entries) {
    const { opened } = entry.content;
    if (!opened?.isTask) continue;
    const procedure = findProcedure({ procedureId: opened.procedure, procedureVersion: opened.version });
    if (!procedure) continue;
    const last = entries.findLast(({ content }) => content.task?.matterId === opened.matterId)?.content;
    const state = last?.to ?? procedure.opening.to;
    const standing = procedure.states[state];
    if (!standing) continue;
    const loaded = await loadMatter(work, opened.matterId);
    const seen = loaded?.matter;
    const running = (seen?.clocks ?? [])
      .filter(({ endedAt, dueAt }) => endedAt === null && dueAt !== null)
      .toSorted((a, b) => (a.dueAt as Date).getTime() - (b.dueAt as Date).getTime())[0];
    tasks.push({
      id: seen ? opened.matterId : null,
      number: opened.number,
      title: loaded?.face.title ?? null,
      procedure: wordsOf(procedure),
      body: names.body(last?.bodyId ?? opened.bodyId).name,
      stateName: wordsOf(standing),
      stage: standing.kind,
      chosen: chosenIn(whole, entry),
      outcome: seen?.conclusion ?? null,
      isExplained: seen?.conclusion === 'explained' && !isNamedFor(procedure, state, 'explained'),
      said: seen ? await saidIn(work, opened.matterId, procedure) : [],
      clock: running ? viewClock(procedure, running, work.now, calendar) : null,
      missed: seen ? seen.clocks.filter(({ missedAt }) => missedAt !== null).length : null,
    });
  }
  return tasks;
}

/** Whether a state is only ever reached with this outcome, so that its name says it. */
function isNamedFor({ steps }: Procedure, state: string, outcome: string): boolean {
  const into = Object.values(steps).filter(({ to }) => to === state);
  return into.length > 0 && into.every(({ concludes }) => concludes === outcome);
}

/** What was chosen when it was given on: leads or assists. */
function chosenIn(whole: Procedure, { content: { step, input } }: Entry): Named[] {
  return Object.entries((step && whole.steps[step]?.asks) || {}).flatMap(([name, field]) => {
    const option = field.kind === 'choice' ? field.options[String(input?.[name])] : undefined;
    return option ? [wordsOf(option)] : [];
  });
}

/** What was written in a task since it was given, in that order. */
async function saidIn(work: Work, matterId: string, { steps }: Procedure): Promise<TaskView['said']> {
  const { entries, words } = readableBy(work.actor, await loadTimeline(work, matterId));
  return entries.flatMap(({ seq, content: { step } }) => {
    const asks = step ? (steps[step]?.asks ?? {}) : {};
    return Object.entries(asks).flatMap(([name, field]) => {
      const written = words.find((one) => one.seq === seq && one.name === name);
      return written ? [{ label: wordsOf(field), text: written.text }] : [];
    });
  });
}
