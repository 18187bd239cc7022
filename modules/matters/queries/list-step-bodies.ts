import type { Work } from '../../../platform/work.ts';
import { kindsMeant, listBodies, type Body } from '../../bodies/index.ts';
import type { Named } from '../kit/named.ts';
import type { Field } from '../kit/fields.ts';
import { procedureOf } from '../rules/engine.ts';
import { isCommittee, mayBeAddressed } from '../rules/may-be-chosen.ts';
import { findHeldProcedure } from '../store/ground-store.ts';
import { loadMatter } from '../store/matter-store.ts';

export type StepBody = { readonly id: string; readonly name: Named; readonly suggested: boolean };

/**
 * Lists the bodies that a step of a matter may choose (可选单位), those whose duty it is first; the one that has it now only
 * where a dispute is ruled. Undefined outside the scope of the work or when the step chooses none.
 *
 * @param isSuggested says which body the duty matrix (派单目录) names for this matter
 */
export async function listStepBodies(
  work: Work,
  ask: { readonly matterId: string; readonly step: string },
  isSuggested: (body: Body) => boolean,
): Promise<StepBody[] | undefined> {
  const loaded = await loadMatter(work, ask.matterId);
  if (!loaded) return undefined;
  const { matter } = loaded;
  const step = procedureOf(matter).steps[ask.step];
  const field = Object.values(step?.asks ?? {}).find((f) => f.kind === 'body');
  if (!field) return undefined;
  const all = await listAddressed(work, field, matter.areaCode);
  // Who rules in a dispute may well say that it stays where it is.
  const mayStay = matter.offer !== null && step?.moves !== undefined && 'ruleTo' in step.moves;
  return all
    .filter((body) => mayStay || body.bodyId !== matter.holder.bodyId || (field.ownCommittee && isCommittee(body)))
    .map((body) => ({ ...viewBody(body), suggested: isSuggested(body) }))
    .sort((a, b) => Number(b.suggested) - Number(a.suggested));
}

/** A body that may be chosen when a matter is opened, and in which fields of the form. */
export type OpeningBody = StepBody & { readonly fields: string[] };

/** Lists the bodies that may be chosen when a matter is opened at the desk; undefined when none is asked for. */
export async function listOpeningBodies(work: Work, procedureId: string): Promise<OpeningBody[] | undefined> {
  const procedure = await findHeldProcedure(work, procedureId);
  const { actor } = work;
  if (actor.kind !== 'worker') return undefined;
  const found = new Map<string, OpeningBody>();
  for (const [name, field] of Object.entries(procedure?.opening.asks ?? {})) {
    if (field.kind !== 'body') continue;
    for (const body of await listAddressed(work, field, actor.areaCode)) {
      const fields = [...(found.get(body.bodyId)?.fields ?? []), name];
      found.set(body.bodyId, { ...viewBody(body), suggested: false, fields });
    }
  }
  return found.size > 0 ? [...found.values()] : undefined;
}

const viewBody = (body: Body) => ({ id: body.bodyId, name: { zh: body.nameZh, en: body.nameEn } });

async function listAddressed(work: Work, field: Extract<Field, { kind: 'body' }>, areaCode: string): Promise<Body[]> {
  const near = field.within === 'subdistrict' ? { underArea: areaCode.slice(0, 9) } : {};
  const all = await listBodies(work, { kinds: kindsMeant(field.of), ...near });
  return all.filter((body) => mayBeAddressed(body, field, areaCode));
}
