import type { Work } from '../../../platform/work.ts';
import type { Procedure } from '../kit/define-procedure.ts';
import type { ByLine } from '../kit/events.ts';
import type { ClockRun, Matter } from '../kit/matter.ts';
import { cameBack } from '../rules/came-back.ts';
import { foldForSearch, makeGrams } from '../rules/grams.ts';
import type { Progress } from '../rules/progress.ts';
import type { MatterFace } from './matter-row.ts';
import { insertMatter, updateMatter, type Standing } from './matter-store.ts';
import { saveRecord, type CommandNote, type CountKey } from './record-store.ts';
import { saveSearchText } from './search-store.ts';

type Written = {
  readonly procedure: Procedure;
  readonly progress: Progress;
  readonly commands: readonly CommandNote[];
};

const bodiesOf = (matter: Matter): string[] => [
  ...new Set([
    matter.firstContact.bodyId,
    matter.holder.bodyId,
    ...matter.cameFrom,
    ...(matter.offer ? [matter.offer.to.bodyId] : []),
  ]),
];
const standingOf = (procedure: Procedure, matter: Matter): Standing => {
  const state = procedure.states[matter.state];
  if (!state) throw new Error(`procedure ${procedure.id} has no state ${matter.state}`);
  const owner = state.owner === undefined ? undefined : procedure.roles[state.owner];
  return { stage: state.kind, awaits: owner?.otherThan ? 'second' : (owner?.is ?? 'nobody') };
};
const countKey = ({ state, conclusion, firstConclusion, reopenings }: Matter): CountKey => ({
  state,
  outcome: conclusion ?? '',
  firstOutcome: firstConclusion ?? '',
  reopenings,
});

/** Writes a new matter with all that happened to it so far. */
export async function saveNewMatter(
  work: Work,
  face: MatterFace,
  { procedure, progress, commands }: Written,
): Promise<void> {
  const { matter, head, entries } = progress;
  await Promise.all([
    insertMatter(work, matter, face, { ...standingOf(procedure, matter), head, bodyIds: involved(progress) }),
    saveRecord(work, {
      matterId: matter.id,
      entries,
      clocks: matter.clocks,
      commands,
      counts: {
        areaCode: matter.openedIn.slice(0, 12),
        procedureId: procedure.id,
        changes: [{ ...countKey(matter), n: 1 }],
      },
    }),
    saveSearch(work, matter.id, entries, `${face.number.replaceAll('-', '')} ${face.place}`),
  ]);
}

/** Writes what happened to a matter since it was loaded. */
export async function saveSteps(work: Work, before: Matter, { procedure, progress, commands }: Written): Promise<void> {
  const { matter, head, entries } = progress;
  const known = bodiesOf(before);
  const newBodyIds = involved(progress).filter((id) => !known.includes(id));
  const standing = standingOf(procedure, matter);
  const [from, to] = [countKey(before), countKey(matter)];
  const moved = Object.keys(to).some((part) => from[part as keyof CountKey] !== to[part as keyof CountKey]);
  await Promise.all([
    updateMatter(work, matter, {
      ...standing,
      head,
      newBodyIds,
      cameBackAt: cameBackAt(procedure, before, { matter, entries }, standing),
    }),
    saveRecord(work, {
      matterId: matter.id,
      entries,
      clocks: changedRuns(before.clocks, matter.clocks),
      commands,
      counts: {
        areaCode: matter.openedIn.slice(0, 12),
        procedureId: procedure.id,
        changes: moved
          ? [
              { ...from, n: -1 },
              { ...to, n: 1 },
            ]
          : [],
      },
    }),
    saveSearch(work, matter.id, entries, ''),
  ]);
}

/** When it came back to its holder by what was written; undefined where that is as it was. */
function cameBackAt(
  procedure: Procedure,
  before: Matter,
  { matter, entries }: Pick<Progress, 'matter' | 'entries'>,
  standing: Standing,
): Date | null | undefined {
  const step = entries.findLast(({ kind }) => kind === 'stepTaken');
  const came = cameBack(
    { ...standingOf(procedure, before), holderBodyId: before.holder.bodyId },
    { ...standing, holderBodyId: matter.holder.bodyId },
    step?.content['by'] as ByLine | undefined,
  );
  return came === null ? undefined : came ? matter.lastAt : null;
}

/** Bodies drawn in on the way, also those that were offered the matter and sent it back, or were given a task of it. */
function involved(progress: Progress): string[] {
  const offered = progress.entries.flatMap((entry) => {
    const held = entry.content['held'] as { offer?: { to: { bodyId: string } } | null } | undefined;
    const opened = entry.content['opened'] as { bodyId: string } | undefined;
    const tasked = entry.kind === 'taskMoved' ? [String(entry.content['bodyId'])] : [];
    return [...(held?.offer ? [held.offer.to.bodyId] : []), ...(opened ? [opened.bodyId] : []), ...tasked];
  });
  return [...new Set([...bodiesOf(progress.matter), ...offered])];
}

const changedRuns = (before: readonly ClockRun[], after: readonly ClockRun[]): readonly ClockRun[] =>
  after.filter((run) => !before.includes(run));

async function saveSearch(work: Work, matterId: string, entries: Progress['entries'], more: string): Promise<void> {
  const words = entries.flatMap((entry) => entry.words.map((w) => w.text)).join(' ');
  const text = foldForSearch(`${words} ${more}`);
  if (text) await saveSearchText(work, matterId, { text, grams: makeGrams(text) });
}
