import type { Work } from '../../../platform/work.ts';
import { readMatterNumber } from '../../matters/index.ts';
import type { Category } from '../contract/category.ts';

export type Publication = {
  readonly matterId: string;
  readonly number: string;
  readonly communityCode: string | null;
  readonly subdistrictCode: string | null;
  /** Of its grid or community; compared with, never shown. */
  readonly areaCode: string;
  readonly category: Category;
  readonly title: string;
  readonly body: string;
  readonly answer: string;
  readonly answerBodyId: string | null;
  readonly holderBodyId: string;
  readonly state: string;
  readonly outcome: string | null;
  readonly rating: number | null;
  readonly joined: number;
  readonly openedAt: Date;
  readonly answeredAt: Date | null;
  readonly grams: readonly string[];
};

export async function savePublication(work: Work, p: Publication): Promise<void> {
  const changing = {
    area_code: p.areaCode,
    category: p.category,
    title: p.title,
    body: p.body,
    answer: p.answer,
    answer_body_id: p.answerBodyId,
    holder_body_id: p.holderBodyId,
    state: p.state,
    outcome: p.outcome,
    rating: p.rating,
    joined: p.joined,
    answered_at: p.answeredAt,
    grams: [...p.grams],
  };
  await work.db
    .insertInto('requests.publications')
    .values({
      district_id: work.districtId,
      matter_id: p.matterId,
      number: p.number,
      community_code: p.communityCode,
      subdistrict_code: p.subdistrictCode,
      opened_at: p.openedAt,
      published_at: work.now < p.openedAt ? p.openedAt : work.now,
      ...changing,
    })
    .onConflict((c) => c.columns(['district_id', 'matter_id']).doUpdateSet(changing))
    .execute();
}

export async function deletePublication(work: Work, matterId: string): Promise<void> {
  await work.db
    .deleteFrom('requests.publications')
    .where('district_id', '=', work.districtId)
    .where('matter_id', '=', matterId)
    .execute();
}

/** The matter of a public number, as it was typed; undefined when it is not public. */
export async function findPublishedId(work: Work, typed: string): Promise<string | undefined> {
  const number = readMatterNumber(typed);
  if (number === undefined) return undefined;
  const row = await work.db
    .selectFrom('requests.publications')
    .select('matter_id as id')
    .where('district_id', '=', work.districtId)
    .where('number', '=', number)
    .executeTakeFirst();
  return row?.id;
}
