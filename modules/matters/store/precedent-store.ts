import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import type { Work } from '../../../platform/work.ts';
import type { Matter } from '../kit/matter.ts';
import type { Ruling } from '../rules/rulings.ts';

export type PrecedentRow = Ruling & { readonly matterId: string; readonly subject: string };

const subdistrictOf = (areaCode: string): string => areaCode.slice(0, 9);

/** Keeps the rulings of a matter for those who meet one like it. */
export async function savePrecedents(
  work: Work,
  { id, procedureId, areaCode }: Pick<Matter, 'id' | 'procedureId' | 'areaCode'>,
  subject: string,
  rulings: readonly Ruling[],
): Promise<void> {
  await work.db
    .insertInto('matters.precedents')
    .values(
      rulings.map((ruling) => ({
        district_id: work.districtId,
        id: uuidv7(),
        procedure_id: procedureId,
        subject,
        area_code: subdistrictOf(areaCode),
        asked_body_ids: [...ruling.askedBodyIds],
        ruled_body_id: ruling.ruledBodyId,
        ruled_by_body_id: ruling.ruledByBodyId,
        matter_id: id,
        seq: ruling.seq,
        at: ruling.at,
      })),
    )
    .execute();
}

/** Rulings on matters of this procedure and subject in the district: those of the sub-district first, the newest first. */
export async function loadPrecedents(
  work: Work,
  like: { readonly procedureId: string; readonly subject: string; readonly areaCode: string; readonly limit: number },
): Promise<PrecedentRow[]> {
  return work.db
    .selectFrom('matters.precedents')
    .select([
      'matter_id as matterId',
      'seq',
      'at',
      'subject',
      'asked_body_ids as askedBodyIds',
      'ruled_body_id as ruledBodyId',
      'ruled_by_body_id as ruledByBodyId',
    ])
    .where('district_id', '=', work.districtId)
    .where('procedure_id', '=', like.procedureId)
    .where('subject', '=', like.subject)
    .orderBy(sql`area_code = ${subdistrictOf(like.areaCode)}`, 'desc')
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(like.limit)
    .execute();
}

/** The last ruling on one matter. */
export async function loadRulingOf(work: Work, matterId: string) {
  return work.db
    .selectFrom('matters.precedents')
    .select(['seq', 'at', 'ruled_body_id as ruledBodyId', 'ruled_by_body_id as ruledByBodyId'])
    .where('district_id', '=', work.districtId)
    .where('matter_id', '=', matterId)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** The reason written with an entry; undefined outside the scope of the work, or when it was erased. */
export async function loadReason(
  work: Work,
  { matterId, seq }: { readonly matterId: string; readonly seq: number },
): Promise<string | undefined> {
  const row = await work.db
    .selectFrom('matters.words')
    .select('text')
    .where('district_id', '=', work.districtId)
    .where('matter_id', '=', matterId)
    .where('seq', '=', seq)
    .where('name', '=', 'reason')
    .executeTakeFirst();
  return row?.text;
}
