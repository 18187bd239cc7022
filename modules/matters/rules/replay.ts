import { isDeepStrictEqual } from 'node:util';
import type { MatterEvent, Opened } from '../kit/events.ts';
import type { Procedure } from '../kit/define-procedure.ts';
import type { ClockRun, Matter } from '../kit/matter.ts';
import type { WorkingCalendar } from './calendar.ts';
import { evolve, evolveOpening } from './evolve.ts';

/** An entry as the timeline keeps it: instants as text, words as digests. */
export type KeptEntry = {
  readonly seq: number;
  readonly at: Date;
  readonly kind: MatterEvent['kind'];
  readonly content: Readonly<Record<string, unknown>>;
};

/** What of a matter is kept beside its timeline (事项现状), and how it is called when it is not what the timeline gives. */
export type RowPart = 'state' | 'holding' | 'outcome' | 'clocks';

const instantOf = (kept: unknown): Date | null => (typeof kept === 'string' ? new Date(kept) : null);

function eventOf({ seq, at, kind, content }: KeptEntry): MatterEvent {
  const extended = content['extended'] as { readonly dueAt?: unknown } | undefined;
  return {
    ...content,
    ...('dueAt' in content ? { dueAt: instantOf(content['dueAt']) } : {}),
    ...('wasDueAt' in content ? { wasDueAt: instantOf(content['wasDueAt']) } : {}),
    ...(extended ? { extended: { ...extended, dueAt: instantOf(extended.dueAt) } } : {}),
    seq,
    at,
    kind,
  } as unknown as MatterEvent;
}

/** The matter as its timeline alone gives it (由时间线重算), oldest entry first; no word that was erased is needed for it. */
export function replay(
  { procedure, calendar }: { readonly procedure: Procedure; readonly calendar: WorkingCalendar },
  matterId: string,
  [first, ...later]: readonly [KeptEntry, ...KeptEntry[]],
): Matter {
  const opened = evolveOpening(procedure, matterId, eventOf(first) as Opened, calendar);
  return later.reduce((matter, entry) => evolve(procedure, matter, eventOf(entry), calendar), opened);
}

/** Which due instants were counted by the calendar that holds now, so that they can be compared. */
export type ByThisCalendar = { readonly running: boolean; readonly ended: boolean };

const only =
  (...names: readonly (keyof Matter)[]) =>
  (matter: Matter): unknown =>
    names.map((name) => matter[name]);

/** Names the parts of a stored matter that its timeline does not give (与时间线不符的部分). */
export function partsUnlike(kept: Matter, replayed: Matter, by: ByThisCalendar): readonly RowPart[] {
  const parts: Record<RowPart, (matter: Matter) => unknown> = {
    state: only(
      'state',
      'areaCode',
      'openedIn',
      'openedAt',
      'endedAt',
      'lastAt',
      'subject',
      'openTasks',
      'unmetTasks',
      'supporters',
      'taken',
      'drawnOn',
    ),
    holding: only('firstContact', 'holder', 'offer', 'cameFrom', 'hops'),
    outcome: only('conclusion', 'firstConclusion', 'answeredAt', 'answeredBy', 'reopenings'),
    clocks: ({ clocks }) => Object.fromEntries(clocks.map((run) => [`${run.clock} ${run.run}`, comparable(run, by)])),
  };
  return (Object.keys(parts) as RowPart[]).filter(
    (part) => !isDeepStrictEqual(parts[part](kept), parts[part](replayed)),
  );
}

/** Whether a limit is provisional follows from the calendar of the day and is no part of the record. */
function comparable({ provisional, dueAt, ...run }: ClockRun, by: ByThisCalendar) {
  const isComparable = run.endedAt === null ? by.running : by.ended && !provisional;
  return { ...run, dueAt: isComparable ? dueAt : 'by another calendar' };
}
