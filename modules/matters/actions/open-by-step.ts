import { v5 as uuidv5 } from 'uuid';
import { done, refuse, type Result } from '../../../platform/result.ts';
import type { Work } from '../../../platform/work.ts';
import { findBody, type Body } from '../../bodies/index.ts';
import { addresseeFieldOf, titleFieldOf } from '../kit/check-procedure-opened.ts';
import type { OpensByStep, Procedure, Step } from '../kit/define-procedure.ts';
import type { OpenedByStep, StepTaken } from '../kit/events.ts';
import type { Input, Matter } from '../kit/matter.ts';
import { newestProcedures } from '../rules/engine.ts';
import { fillTask } from '../rules/fill-task.ts';
import { mayBeAddressed } from '../rules/may-be-chosen.ts';
import { insertLink } from '../store/link-store.ts';
import type { LoadedMatter } from '../store/matter-row.ts';
import { loadMatter } from '../store/matter-store.ts';
import { openMatter, type FieldsRefused } from './open-matter.ts';
import { bodyRefOf } from '../store/body-ref.ts';

/** Names the command by which a step opens another matter, so that the step sent again opens nothing twice. */
const OPENS = '0b5c7d0e-4a27-5c1e-9d52-6f3a1c9e7b44';

type Opening = {
  readonly order: { readonly commandId: string };
  readonly loaded: LoadedMatter;
  readonly step: Step;
  readonly opens: OpensByStep;
  readonly input: Input;
};

/**
 * Opens the matter that a step gives to another body (交办), in the caller's transaction, which takes it back when the step is
 * refused afterwards. Whoever takes the step is its first contact; it lies where this matter lies.
 *
 * @returns what the event keeps; or a refusal: `input.fields` (no body that may be addressed), `step.not_yours` (nobody in a
 *   post took the step), those of {@link openMatter}
 */
export async function openByStep(
  work: Work,
  { order, loaded, step, opens, input }: Opening,
): Promise<Result<OpenedByStep> | FieldsRefused> {
  const { matter, face } = loaded;
  const { actor } = work;
  const procedure = newestProcedures().find(({ id }) => id === opens.procedure);
  const addressee = procedure && addresseeFieldOf(procedure);
  if (!procedure || !addressee) throw new Error(`${opens.procedure} was there at start: the checker saw it`);
  if (actor.kind !== 'worker') return refuse('step.not_yours', { byZh: step.zh, byEn: step.en });
  const given = fillTask(opens, procedure, input, {
    number: face.number,
    title: face.title,
    holderId: matter.holder.bodyId,
  });
  const body = await findAddressee(work, procedure, addressee, given, matter);
  if (!body) return wrongField(opens, addressee);
  const { accountId, postId, bodyId } = actor;
  const answer = await openMatter(work, {
    procedureId: procedure.id,
    procedureVersion: procedure.version,
    commandId: uuidv5(`${work.districtId} ${order.commandId}`, OPENS),
    by: actor,
    role: procedure.opening.by[0] ?? 'firstContact',
    areaCode: matter.areaCode.slice(0, 12),
    place: face.place,
    title: String(given[titleFieldOf(procedure)] ?? face.title),
    firstContact: { accountId, postId, bodyId },
    keeper: await bodyRefOf(work, body),
    input: given,
  });
  if (!answer.ok) return answer;
  const number = (await loadMatter(work, answer.value.matterId))?.face.number ?? '';
  return done({
    matterId: answer.value.matterId,
    number,
    procedure: procedure.id,
    version: procedure.version,
    bodyId: body.bodyId,
    ...(procedure.task ? { isTask: true as const } : {}),
  });
}

async function findAddressee(
  work: Work,
  procedure: Procedure,
  name: string,
  given: Input,
  { areaCode }: Matter,
): Promise<Body | undefined> {
  const field = procedure.opening.asks[name];
  const chosen = given[name];
  const isId = typeof chosen === 'string' && /^[0-9a-f-]{36}$/.test(chosen);
  const body = isId ? await findBody(work, chosen) : undefined;
  return body && field && mayBeAddressed(body, field, areaCode) ? body : undefined;
}

function wrongField({ fills }: OpensByStep, addressee: string): FieldsRefused {
  const filling = fills[addressee];
  const name = filling && 'field' in filling ? filling.field : addressee;
  return { ok: false, code: 'input.fields', fields: { [name]: { code: 'field.not_an_option' } } };
}

/** Links what a step opened to the matter of the step (关联): the opening of the one with this step of the other. */
export async function writeOpened(work: Work, from: LoadedMatter, { opened, seq }: StepTaken): Promise<void> {
  if (!opened) return;
  await insertLink(work, {
    kind: 'taskOf',
    fromId: opened.matterId,
    fromNumber: opened.number,
    toId: from.matter.id,
    toNumber: from.face.number,
    fromSeq: 1,
    toSeq: seq,
  });
}
