import { v7 as uuidv7 } from 'uuid';
import { done, type Result } from '../../../platform/result.ts';
import type { Work } from '../../../platform/work.ts';
import type { BodyRef, Matter, WorkerRef } from '../kit/matter.ts';
import type { Asker } from '../rules/asker.ts';
import { decideOpening, decideStep, type Targets } from '../rules/decide.ts';
import { procedureOf } from '../rules/engine.ts';
import { advanceProgress, beginProgress, type Progress } from '../rules/progress.ts';
import { saidIn, type Said } from '../rules/said.ts';
import { readInput } from '../rules/read-input.ts';
import { groundOf } from '../store/ground-store.ts';
import type { MatterFace } from '../store/matter-row.ts';
import { saveNewMatter } from '../store/save-progress.ts';
import { passMisses } from './fire-clocks.ts';
import type { FieldsRefused } from './open-matter.ts';
import { keepPrecedents } from './keep-precedents.ts';
import { makeFace } from './make-face.ts';
import { announceRecorded } from './recorded.ts';

/** One thing that happened, at its own time. */
export type PastStep = {
  readonly at: Date;
  readonly step: string;
  readonly by: Asker;
  readonly input: Readonly<Record<string, unknown>>;
  readonly targets?: Targets;
};

export type History = {
  readonly procedureId: string;
  readonly procedureVersion: number;
  readonly commandId: string;
  readonly openedAt: Date;
  readonly title: string;
  readonly areaCode: string;
  readonly place: string;
  readonly by: Asker;
  readonly role: string;
  readonly firstContact: WorkerRef;
  readonly keeper: BodyRef;
  readonly input: Readonly<Record<string, unknown>>;
  readonly fromRecord?: boolean;
  /** What kind of matter it is, in the codes of its module. */
  readonly subject?: string;
  /** Oldest first. */
  readonly steps: readonly PastStep[];
  /** Clocks run on to here. */
  readonly until: Date;
};

export type Played = {
  readonly matterId: string;
  readonly matter: Matter;
  readonly face: MatterFace;
  readonly said: Said;
};

/**
 * Writes a matter with its whole past (历史事项) through the same decisions as a living one, each step at its own time,
 * with every limit that ran out in between noted at its own instant.
 *
 * For imports and the demo district: it trusts its caller that the command was not played before.
 *
 * @returns the matter as it stands at `until`; or the refusal of the first step that the procedure does not allow, and
 *   then nothing is written
 */
export async function playHistory(work: Work, history: History): Promise<Result<Played> | FieldsRefused> {
  const procedure = procedureOf(history);
  const ground = await groundOf(work, procedure);
  const read = readInput(procedure.opening.asks, history.input);
  if (!read.ok) return { ok: false, code: 'input.fields', fields: read.faults };

  const matterId = uuidv7({ msecs: history.openedAt.getTime() });
  let progress: Progress = beginProgress(
    ground,
    matterId,
    decideOpening(procedure, { ...history, input: read.input }, history.openedAt),
  );
  const commands = [{ commandId: history.commandId, step: 'open', seq: 1 }];
  for (const past of history.steps) {
    progress = passMissesOneByOne(ground, progress, past.at);
    const given = readInput(procedure.steps[past.step]?.asks ?? {}, past.input);
    if (!given.ok) return { ok: false, code: 'input.fields', fields: given.faults };
    const command = { step: past.step, input: given.input, by: past.by, targets: past.targets ?? {} };
    const decision = decideStep(procedure, progress.matter, command, past.at, ground.calendar);
    if (!decision.ok) return decision;
    progress = advanceProgress(ground, progress, decision.value);
  }
  progress = passMissesOneByOne(ground, progress, history.until);

  const face = await makeFace(work, ground.calendar, history.openedAt, history);
  await saveNewMatter(work, face, { procedure, progress, commands });
  await keepPrecedents(work, procedure, progress, history.subject);
  await announceRecorded(work, { procedure, before: null, after: progress.matter, face, entries: progress.entries });
  return done({ matterId, matter: progress.matter, face, said: saidIn(progress.entries) });
}

/** Notes each miss at the instant at which it happened, not at the instant of looking back. */
function passMissesOneByOne(ground: Parameters<typeof passMisses>[0], from: Progress, until: Date): Progress {
  let progress = from;
  for (;;) {
    const dues = progress.matter.clocks.flatMap((run) =>
      run.endedAt === null && run.missedAt === null && run.dueAt && run.dueAt < until ? [run.dueAt.getTime()] : [],
    );
    if (dues.length === 0) return progress;
    progress = passMisses(ground, progress, new Date(Math.min(...dues) + 1));
  }
}
