import type { ClockRun, Matter, Recorded } from '../../matters/index.ts';

/** What figures are counted from, of one request (统计事实). */
export type Fact = {
  readonly matterId: string;
  readonly areaCode: string;
  readonly openedAt: Date;
  readonly answeredAt: Date | null;
  readonly stage: 'open' | 'waiting' | 'final';
  readonly outcome: string | null;
  readonly inTime: boolean;
  /** The mark among the entries just written; null when there is none. */
  readonly rating: number | null;
};

/** Tells the fact of a matter from what was just recorded of it. */
export function factOf({ procedure, after, entries }: Pick<Recorded, 'procedure' | 'after' | 'entries'>): Fact {
  const marks = entries.flatMap(({ content }) => {
    const mark = content.input?.['rating'];
    return typeof mark === 'number' ? [mark] : [];
  });
  const stage = procedure.states[after.state]?.kind ?? 'open';
  const isTold = stage !== 'open'; // an answer that is still being checked has not been given yet
  return {
    matterId: after.id,
    areaCode: after.openedIn,
    openedAt: after.openedAt,
    answeredAt: isTold ? after.answeredAt : null,
    stage,
    outcome: isTold ? after.conclusion : null,
    inTime: cameInTime(after),
    rating: marks.at(-1) ?? null,
  };
}

/** The last time that the limit for the whole was met decides; an earlier record has no such limit and is never late. */
function cameInTime({ clocks }: Pick<Matter, 'clocks'>): boolean {
  const met = clocks.filter(({ clock, ending }) => clock === 'total' && ending === 'met');
  const last = met.toSorted((a, b) => a.run - b.run).at(-1);
  return last === undefined || isMetInTime(last);
}

const isMetInTime = ({ missedAt, dueAt, endedAt }: ClockRun): boolean =>
  missedAt === null && (dueAt === null || (endedAt !== null && endedAt <= dueAt));
