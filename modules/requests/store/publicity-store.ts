import { v7 as uuidv7 } from 'uuid';
import type { Work } from '../../../platform/work.ts';
import type { MaskKind, ObjectionDecision } from '../contract/mask-kinds.ts';

export type MaskRow = {
  readonly words: string;
  readonly kind: MaskKind;
  readonly accountId: string;
  readonly at: Date;
};
export type ObjectionRow = {
  readonly seq: number;
  readonly at: Date;
  readonly decision: ObjectionDecision | null;
  readonly decidedAt: Date | null;
};

/** What workers masked of a request, oldest first. */
export async function loadMasks(work: Work, matterId: string): Promise<MaskRow[]> {
  const rows = await work.db
    .selectFrom('requests.masks')
    .select(['words', 'kind', 'account_id as accountId', 'at'])
    .where('district_id', '=', work.districtId)
    .where('matter_id', '=', matterId)
    .orderBy('id')
    .execute();
  return rows as MaskRow[];
}

export async function insertMask(work: Work, matterId: string, mask: Omit<MaskRow, 'at'>): Promise<void> {
  await work.db
    .insertInto('requests.masks')
    .values({
      district_id: work.districtId,
      id: uuidv7(),
      matter_id: matterId,
      words: mask.words,
      kind: mask.kind,
      account_id: mask.accountId,
      at: work.now,
    })
    .onConflict((c) => c.columns(['district_id', 'matter_id', 'words']).doNothing())
    .execute();
}

/** Objections to the publication of a request, oldest first. */
export async function loadObjections(work: Work, matterId: string): Promise<ObjectionRow[]> {
  const rows = await work.db
    .selectFrom('requests.objections')
    .select(['seq', 'at', 'decision', 'decided_at as decidedAt'])
    .where('district_id', '=', work.districtId)
    .where('matter_id', '=', matterId)
    .orderBy('seq')
    .execute();
  return rows as ObjectionRow[];
}

export async function insertObjection(work: Work, matterId: string, seq: number): Promise<void> {
  await work.db
    .insertInto('requests.objections')
    .values({ district_id: work.districtId, matter_id: matterId, seq, at: work.now })
    .execute();
  await saveKeptOff(work, matterId, true);
}

export async function saveObjectionDecision(work: Work, matterId: string, decision: ObjectionDecision): Promise<void> {
  await work.db
    .updateTable('requests.objections')
    .set({ decision, decided_at: work.now })
    .where('district_id', '=', work.districtId)
    .where('matter_id', '=', matterId)
    .where('decision', 'is', null)
    .execute();
  await saveKeptOff(work, matterId, decision === 'keptOff');
}

/** What lists are read by, so that none of them has to look at objections. */
async function saveKeptOff(work: Work, matterId: string, keptOff: boolean): Promise<void> {
  await work.db
    .updateTable('requests.requests')
    .set({ kept_off: keptOff })
    .where('district_id', '=', work.districtId)
    .where('matter_id', '=', matterId)
    .execute();
}
