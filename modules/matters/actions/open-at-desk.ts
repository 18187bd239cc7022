import { refuse, type Result } from '../../../platform/result.ts';
import type { Actor, Work } from '../../../platform/work.ts';
import { findBody, findDeciderBody, type Body } from '../../bodies/index.ts';
import { communityOf, findArea } from '../../territory/index.ts';
import type { Procedure } from '../kit/define-procedure.ts';
import type { Field } from '../kit/fields.ts';
import { mayBeAddressed } from '../rules/may-be-chosen.ts';
import { mayOpenAtDesk } from '../rules/may-open-at-desk.ts';
import { findHeldProcedure } from '../store/ground-store.ts';
import { openByWorker } from './open-by-worker.ts';
import type { FieldsRefused, Opened } from './open-matter.ts';

type Worker = Extract<Actor, { kind: 'worker' }>;

export type OpenAtDesk = {
  readonly procedureId: string;
  readonly commandId: string;
  /** The community it concerns, 12 digits; the opener's own area when it is not about one community. */
  readonly community: string | null;
  readonly place: string;
  readonly input: Readonly<Record<string, unknown>>;
};

/**
 * Opens a matter at the desk (办公台登记) under any procedure that says who may: the one who opens it is its first contact.
 *
 * @returns the matter, also for the same command sent again; or a refusal:
 *   - `procedure.not_found`: there is none of that id that holds today
 *   - `opening.not_at_desk`, `opening.not_your_post`: not opened here, or not in this post
 *   - `input.fields`: what was filled in is wrong at the named fields
 *   - those of {@link openByWorker}
 */
export async function openAtDesk(work: Work, order: OpenAtDesk): Promise<Result<Opened> | FieldsRefused> {
  const procedure = await findHeldProcedure(work, order.procedureId);
  if (!procedure) return refuse('procedure.not_found');
  const may = mayOpenAtDesk(procedure, work.actor);
  if (!may.allowed) return refuse(may.code, may.details);
  const { atDesk } = procedure.opening;
  const actor = work.actor as Worker;

  const community = procedure.opening.atDesk?.concerns === 'noArea' ? null : order.community;
  if (community !== order.community) return wrongField('community', 'field.unknown');
  const areaCode = await findAreaCode(work, actor, community);
  if (!areaCode) return wrongField('community', 'field.not_an_option');
  if (atDesk?.concerns === 'oneCommunity' && !isCommunity(areaCode)) return wrongField('community', 'field.required');
  const keeper = atDesk && (await findKeeper(work, procedure, actor, order.input));
  if (!atDesk || !keeper) return wrongField(chosenFieldOf(procedure) ?? 'body', 'field.not_an_option');
  const other = await findUnfitBody(work, procedure, actor, order.input);
  if (other !== undefined) return wrongField(other, 'field.not_an_option');
  return openByWorker(work, procedure, {
    by: actor,
    commandId: order.commandId,
    areaCode,
    place: atDesk.placeFrom === undefined ? order.place : wordsIn(order.input[atDesk.placeFrom]),
    title: wordsIn(order.input[atDesk.titleFrom]),
    keeper,
    input: order.input,
  });
}

const isCommunity = (areaCode: string): boolean => communityOf(areaCode) === areaCode;

const wordsIn = (value: unknown): string => (typeof value === 'string' ? value : '');

const wrongField = (name: string, code: string): FieldsRefused => ({
  ok: false,
  code: 'input.fields',
  fields: { [name]: { code } },
});

/** Within the opener's own area only: nobody opens matters over the fence. */
async function findAreaCode(work: Work, actor: Worker, community: string | null): Promise<string | undefined> {
  const own = actor.areaCode.slice(0, 12);
  if (community === null) return own;
  const area = community.startsWith(own) || own.startsWith(community) ? await findArea(work, community) : undefined;
  return area?.kind === 'community' ? area.code : undefined;
}

function chosenFieldOf({ opening: { atDesk } }: Procedure): string | undefined {
  return typeof atDesk?.keptBy === 'object' ? atDesk.keptBy.field : undefined;
}

async function findKeeper(
  work: Work,
  procedure: Procedure,
  actor: Worker,
  input: OpenAtDesk['input'],
): Promise<Body | undefined> {
  const name = chosenFieldOf(procedure);
  if (name !== undefined) return findChosen(work, actor, procedure.opening.asks[name], input[name]);
  const isAbove = procedure.opening.atDesk?.keptBy === 'bodyAbove';
  return (isAbove ? await findDeciderBody(work, actor.bodyId) : undefined) ?? findBody(work, actor.bodyId);
}

async function findChosen(
  work: Work,
  actor: Worker,
  field: Field | undefined,
  chosen: unknown,
): Promise<Body | undefined> {
  const body = typeof chosen === 'string' && /^[0-9a-f-]{36}$/.test(chosen) ? await findBody(work, chosen) : undefined;
  return body && field && mayBeAddressed(body, field, actor.areaCode) ? body : undefined;
}

/** The first field that was filled in with a body which may not be chosen there. */
async function findUnfitBody(
  work: Work,
  { opening }: Procedure,
  actor: Worker,
  input: OpenAtDesk['input'],
): Promise<string | undefined> {
  for (const [name, field] of Object.entries(opening.asks))
    if (field.kind === 'body' && input[name] && !(await findChosen(work, actor, field, input[name]))) return name;
  return undefined;
}
