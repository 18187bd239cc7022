import { sayRefusal } from '../../../platform/i18n/words.ts';
import { refuse, type Refusal } from '../../../platform/result.ts';
import type { Work } from '../../../platform/work.ts';
import type { BulkPlanRow } from '../contract/bulk.ts';
import type { BulkAction } from '../contract/desk-limits.ts';
import type { FieldView } from '../contract/views.ts';
import type { Asker } from '../rules/asker.ts';
import type { Matter } from '../kit/matter.ts';
import { wordsOf } from '../kit/named.ts';
import { bulkStepOf, stepBackOf } from '../rules/bulk.ts';
import { decideStep, mayBegin } from '../rules/decide.ts';
import { evolve } from '../rules/evolve.ts';
import type { Ground } from '../rules/progress.ts';
import { groundOf } from '../store/ground-store.ts';
import { procedureOf } from '../rules/engine.ts';
import { mayAssign } from '../rules/may-assign.ts';
import { findAsker } from '../store/asker-store.ts';
import { loadMatter } from '../store/matter-store.ts';
import { viewFields } from './view-fields.ts';
import '../words/index.ts';

/** What would happen to each chosen matter (批量预览), asked by the rules that refuse when it is done; changes nothing. */
export async function planBulk(
  work: Work,
  { action, ids }: { readonly action: BulkAction; readonly ids: readonly string[] },
): Promise<{ rows: BulkPlanRow[]; fields: FieldView[] }> {
  const rows: BulkPlanRow[] = [];
  let fields: FieldView[] = [];
  for (const id of new Set(ids)) {
    const loaded = await loadMatter(work, id);
    const by = loaded && (await findAsker(work, id));
    if (!loaded || !by) {
      rows.push({
        id,
        number: '',
        title: '',
        seq: 0,
        step: null,
        refusal: view(refuse('matter.not_found')),
        wayBack: 'none',
      });
      continue;
    }
    const planned = plan(await groundOf(work, procedureOf(loaded.matter)), loaded.matter, by, action, work.now);
    if (planned.refusal === null && fields.length === 0) fields = planned.fields;
    rows.push({
      id,
      number: loaded.face.number,
      title: loaded.face.title,
      seq: loaded.matter.seq,
      step: planned.step,
      refusal: planned.refusal,
      wayBack: planned.refusal ? 'none' : planned.wayBack,
    });
  }
  return { rows, fields };
}

type Planned = Pick<BulkPlanRow, 'step' | 'refusal' | 'wayBack'> & { readonly fields: FieldView[] };

function plan(ground: Ground, matter: Matter, by: Asker, action: BulkAction, now: Date): Planned {
  const { procedure } = ground;
  if (action === 'assign') {
    const may = mayAssign(procedure, matter, by);
    const wayBack = matter.holder.accountId === null ? 'none' : 'assignBack';
    return { step: null, fields: [], refusal: may.ok ? null : view(may), wayBack };
  }
  const name = bulkStepOf(procedure, matter, action);
  const step = name === undefined ? undefined : procedure.steps[name];
  if (name === undefined || !step)
    return {
      step: null,
      fields: [],
      refusal: view(action === 'accept' ? refuse('bulk.nothing_to_accept') : refuse('bulk.nothing_to_merge')),
      wayBack: 'none',
    };
  const begin = mayBegin(procedure, matter, name, by, now);
  return {
    step: wordsOf(step),
    fields: viewFields(procedure, step.asks ?? {}),
    refusal: begin.allowed ? null : view({ ok: false, ...begin }),
    wayBack:
      action === 'accept' && begin.allowed && mayComeBack(ground, matter, { step: name, by }, now)
        ? 'returnIt'
        : 'none',
  };
}

/** Whether it could be sent back once this step was taken, asked of the matter as it would then be. */
function mayComeBack(
  { procedure, calendar }: Ground,
  matter: Matter,
  { step, by }: { readonly step: string; readonly by: Asker },
  now: Date,
): boolean {
  const event = decideStep(procedure, matter, { step, input: {}, by, targets: {} }, now, calendar);
  if (!event.ok) return false;
  const after = evolve(procedure, matter, event.value, calendar);
  const back = stepBackOf(procedure, after);
  return back !== undefined && mayBegin(procedure, after, back, by, now).allowed;
}

/** Whether this person may send it back to where it came from now; the step by which, when they may. */
export async function findStepBack(work: Work, matterId: string): Promise<string | undefined> {
  const loaded = await loadMatter(work, matterId);
  const by = loaded && (await findAsker(work, matterId));
  if (!loaded || !by) return undefined;
  const procedure = procedureOf(loaded.matter);
  const name = stepBackOf(procedure, loaded.matter);
  return name !== undefined && mayBegin(procedure, loaded.matter, name, by, work.now).allowed ? name : undefined;
}

/** The step that an action means for one matter now. */
export async function findBulkStep(
  work: Work,
  matterId: string,
  action: Exclude<BulkAction, 'assign'>,
): Promise<string | undefined> {
  const loaded = await loadMatter(work, matterId);
  return loaded && bulkStepOf(procedureOf(loaded.matter), loaded.matter, action);
}

const view = (refusal: Refusal) => ({ code: refusal.code, message: sayRefusal(refusal) });
