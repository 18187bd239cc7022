import { publicityNotes, type Named, type Procedure, type PublicityNote, type Recorded } from '../../matters/index.ts';
import type { NoticeKind } from '../contract/views.ts';
import { everybodyOf, type Audience } from './told.ts';

/** One thing for which people are told (告知事由). */
export type Cause = {
  /** Names it within its matter, so that nobody is told twice. */
  readonly cause: string;
  readonly kind: NoticeKind;
  /** For those who are told only because the procedure says so. */
  readonly otherKind: NoticeKind;
  readonly what: Named;
  readonly roles: readonly string[];
  readonly tierAbove: boolean;
  /** Those who now have to act: who was asked to take it, or was given it. */
  readonly direct: readonly Audience[];
  /** The colleague who was given it. */
  readonly assignedTo?: string;
  readonly authorAccountId: string | null;
  readonly byReporter: boolean;
};

type Entry = Recorded['entries'][number];
type Line = { readonly actor?: string; readonly accountId?: string } | undefined;
type Held = { readonly holder: { bodyId: string }; readonly offer: { to: { bodyId: string } } | null } | undefined;

const none = { direct: [], tierAbove: false, authorAccountId: null, byReporter: false } as const;

/** Reads from what was recorded for what somebody has to be told, in the order in which it happened. */
export function causesIn({ procedure, before, entries, near = [] }: Recorded): readonly Cause[] {
  let holderId = before?.holder.bodyId;
  const happened = entries.flatMap((entry): Cause[] => {
    const held = entry.content['held'] as Held;
    const given = held && !held.offer && holderId !== undefined && held.holder.bodyId !== holderId;
    const isTaking = given && entry.kind === 'stepTaken' && 'take' in (stepOf(procedure, entry)?.moves ?? {});
    holderId = held?.holder.bodyId ?? holderId;
    if (entry.kind === 'opened' || entry.kind === 'stepTaken') {
      const target =
        held?.offer?.to.bodyId ?? (entry.kind === 'opened' || (given && !isTaking) ? held?.holder.bodyId : undefined);
      return [asStep(procedure, entry, target, held?.offer ? 'offered' : 'given')];
    }
    if (entry.kind === 'publicity') return [asPublicity(entry)];
    if (entry.kind === 'assigned') return [asAssigned(procedure, entry)];
    if (entry.kind === 'clockMissed' || entry.kind === 'turnedInto')
      return [
        ofClock(
          procedure,
          String(entry.content['clock']),
          entry.kind === 'turnedInto' ? 'turned' : 'missed',
          `entry:${entry.seq}`,
        ),
      ];
    return [];
  });
  const reminders = near.map(({ clock, run }) => ofClock(procedure, clock, 'near', `near:${clock}:${run}`));
  return [...happened, ...reminders];
}

const stepOf = (procedure: Procedure, entry: Entry) => procedure.steps[String(entry.content['step'])];

function asStep(procedure: Procedure, entry: Entry, target: string | undefined, kind: 'offered' | 'given'): Cause {
  const by = entry.content['by'] as Line;
  const step = stepOf(procedure, entry);
  const { zh, en } = step ?? procedure;
  const { tells } = entry.kind === 'opened' ? procedure.opening : (step ?? {});
  return {
    ...none,
    cause: `entry:${entry.seq}`,
    kind,
    otherKind: 'step',
    what: { zh, en },
    roles: tells ?? [],
    direct: target ? [everybodyOf(target)] : [],
    authorAccountId: by?.accountId ?? null,
    byReporter: by?.actor === 'reporter',
  };
}

/** Whoever was given it by a colleague is told, and nobody else (单位内指派). */
function asAssigned({ zh, en }: Procedure, entry: Entry): Cause {
  const by = entry.content['by'] as Line;
  return {
    ...none,
    cause: `entry:${entry.seq}`,
    kind: 'assigned',
    otherKind: 'assigned',
    what: { zh, en },
    roles: [],
    assignedTo: String(entry.content['toAccountId']),
    authorAccountId: by?.accountId ?? null,
  };
}

/** Those who handle it are told of an objection; the person who asked, of what was decided or masked. */
function asPublicity(entry: Entry): Cause {
  const by = entry.content['by'] as Line;
  const what = entry.content['what'] as PublicityNote;
  return {
    ...none,
    cause: `entry:${entry.seq}`,
    kind: 'step',
    otherKind: 'step',
    what: publicityNotes[what],
    roles: what === 'objected' ? ['handler', 'firstContact'] : ['reporter'],
    authorAccountId: by?.accountId ?? null,
    byReporter: by?.actor === 'reporter',
  };
}

function ofClock(procedure: Procedure, name: string, kind: 'near' | 'missed' | 'turned', cause: string): Cause {
  const clock = procedure.clocks[name];
  const { zh, en } = clock ?? { zh: name, en: name };
  const roles = (kind === 'near' ? clock?.whenNear?.remind : clock?.whenMissed.tell) ?? [];
  const tierAbove = kind !== 'near' && clock?.whenMissed.tellTierAbove === true;
  return { ...none, cause, kind, otherKind: kind, what: { zh, en }, roles, tierAbove };
}
