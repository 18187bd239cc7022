import { sql } from 'kysely';
import type { Work } from '../../../platform/work.ts';
import { communityOf, subdistrictOf } from '../../territory/index.ts';
import type { Relation } from '../kit/define-procedure.ts';
import type { Matter } from '../kit/matter.ts';
import type { Stage } from '../contract/views.ts';
import { asLoaded, type LoadedMatter, type MatterFace } from './matter-row.ts';

/** Loads a matter for a decision and keeps it for this transaction; undefined outside the scope of the work. */
export const loadMatterForChange = (work: Work, matterId: string): Promise<LoadedMatter | undefined> =>
  load(work, matterId, true);

/** Loads a matter to be read; undefined outside the scope of the work. */
export const loadMatter = (work: Work, matterId: string): Promise<LoadedMatter | undefined> =>
  load(work, matterId, false);

async function load(work: Work, matterId: string, forChange: boolean): Promise<LoadedMatter | undefined> {
  const base = work.db
    .selectFrom('matters.matters')
    .selectAll()
    .where('district_id', '=', work.districtId)
    .where('id', '=', matterId);
  const found = (forChange ? base.forUpdate() : base).executeTakeFirst();
  // Asked behind the row, so that they are read once it is held.
  const running = work.db
    .selectFrom('matters.clocks')
    .selectAll()
    .where('district_id', '=', work.districtId)
    .where('matter_id', '=', matterId)
    .orderBy('started_at')
    .orderBy('clock')
    .execute();
  const [row, clocks] = await Promise.all([found, running]);
  return row && asLoaded(row, clocks);
}

/** The matter of a number; undefined when there is none in the scope of the work. */
export async function findMatterIdByNumber(work: Work, number: string): Promise<string | undefined> {
  const row = await work.db
    .selectFrom('matters.matters')
    .select('id')
    .where('district_id', '=', work.districtId)
    .where('number', '=', number)
    .executeTakeFirst();
  return row?.id;
}

/** The number of the last entry of a matter; undefined outside the scope of the work. */
export async function findSeenSeq(work: Work, matterId: string): Promise<number | undefined> {
  const row = await work.db
    .selectFrom('matters.matters')
    .select('seq')
    .where('district_id', '=', work.districtId)
    .where('id', '=', matterId)
    .executeTakeFirst();
  return row?.seq;
}

/** When the next running clock of a matter runs out; `infinity` when none runs. */
export const computeNextDueAt = (matter: Matter): Date | 'infinity' => {
  const dues = matter.clocks.flatMap((run) => (run.endedAt === null && run.dueAt ? [run.dueAt.getTime()] : []));
  return dues.length > 0 ? new Date(Math.min(...dues)) : 'infinity';
};

/** Where a matter stands by its procedure: open, waiting or final, and whose turn it is. */
export type Standing = { readonly stage: Stage; readonly awaits: Relation | 'second' | 'nobody' };

const changing = (matter: Matter, { stage, awaits }: Standing, head: Buffer) => ({
  area_code: matter.areaCode,
  subdistrict_code: subdistrictOf(matter.areaCode) ?? null,
  community_code: communityOf(matter.areaCode) ?? null,
  state: matter.state,
  stage,
  awaits,
  outcome: matter.conclusion,
  first_outcome: matter.firstConclusion,
  answered_by: matter.answeredBy,
  taken: JSON.stringify(matter.taken),
  drawn_on: matter.drawnOn,
  holder_body_id: matter.holder.bodyId,
  holder_body_kind: matter.holder.kind,
  holder_account_id: matter.holder.accountId,
  offer_body_id: matter.offer?.to.bodyId ?? null,
  offer_body_kind: matter.offer?.to.kind ?? null,
  offer_head_account_id: matter.offer?.to.headAccountId ?? null,
  offer_from_body_id: matter.offer?.fromBodyId ?? null,
  came_from: [...matter.cameFrom],
  hops: matter.hops,
  reopenings: matter.reopenings,
  open_tasks: matter.openTasks,
  unmet_tasks: matter.unmetTasks,
  supporters: matter.supporters,
  answered_at: matter.answeredAt,
  ended_at: matter.endedAt,
  seq: matter.seq,
  last_at: matter.lastAt,
  head,
  next_due_at: computeNextDueAt(matter),
});

/** Writes a new matter. */
export async function insertMatter(
  work: Work,
  matter: Matter,
  face: MatterFace,
  rest: Standing & { readonly head: Buffer; readonly bodyIds: readonly string[] },
): Promise<void> {
  await work.db
    .insertInto('matters.matters')
    .values({
      district_id: work.districtId,
      id: matter.id,
      ...face,
      procedure_id: matter.procedureId,
      procedure_version: matter.procedureVersion,
      opened_in: matter.openedIn,
      subject: matter.subject,
      first_contact_account_id: matter.firstContact.accountId,
      first_contact_post_id: matter.firstContact.postId,
      first_contact_body_id: matter.firstContact.bodyId,
      opened_at: matter.openedAt,
      body_ids: [...rest.bodyIds],
      ...changing(matter, rest, rest.head),
    })
    .execute();
}

/** Writes what changed of a matter; a body that was drawn in may see it from now on. */
export async function updateMatter(
  work: Work,
  matter: Matter,
  rest: Standing & {
    readonly head: Buffer;
    readonly newBodyIds: readonly string[];
    /** Undefined where it is as it was. */
    readonly cameBackAt?: Date | null | undefined;
  },
): Promise<void> {
  await work.db
    .updateTable('matters.matters')
    .set({
      ...changing(matter, rest, rest.head),
      ...(rest.cameBackAt === undefined ? {} : { came_back_at: rest.cameBackAt }),
      ...(rest.newBodyIds.length > 0
        ? {
            body_ids: sql<
              string[]
            >`(select array(select distinct unnest(body_ids || ${[...rest.newBodyIds]}::uuid[])))`,
          }
        : {}),
    })
    .where('district_id', '=', work.districtId)
    .where('id', '=', matter.id)
    .execute();
}
