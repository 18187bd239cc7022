import { sql } from 'kysely';
import type { Work } from '../../../platform/work.ts';
import { makeGrams } from '../../matters/index.ts';
import { findLivingArea } from '../../territory/index.ts';
import type { Category } from '../contract/category.ts';
import type { AlikeRequest } from '../contract/routes.ts';
import { proposeCategory } from '../rules/dispatch-catalogue.ts';
import { ALIKE_DAYS, rankAlike, type Nearby } from '../rules/likely-duplicate.ts';
import { findGridOf } from '../store/find-grid-of.ts';
import { findPublication } from './list-publications.ts';

export type AskAlike = {
  readonly what: string;
  readonly community: string;
  readonly place: string;
  readonly grid?: string | undefined;
  readonly category: Category;
};

/** The newest of a community are compared; more would not be read by anyone before sending. */
const MOST_COMPARED = 300;

/**
 * Lists what neighbours have made public that may be the same thing (相似事项), before a request is sent: of the same community,
 * open or answered in the last thirty days, masked, the likeliest first, each with its reasons.
 */
export async function listAlike(work: Work, ask: AskAlike): Promise<AlikeRequest[]> {
  const community = await findLivingArea(work, ask.community);
  if (community?.kind !== 'community') return [];
  const since = new Date(work.now.getTime() - ALIKE_DAYS * 86_400_000);
  const { rows } = await sql<Nearby>`
    select p.number, p.category, p.area_code as "areaCode", p.grams, p.opened_at as "openedAt", p.answered_at as "answeredAt"
    from requests.publications p
    where p.district_id = ${work.districtId} and p.community_code = ${community.code}
      and (p.answered_at is null or p.answered_at >= ${since})
    order by p.opened_at desc, p.matter_id desc limit ${MOST_COMPARED}
  `.execute(work.db);
  const report = {
    grams: makeGrams(`${ask.what} ${ask.place}`),
    category: ask.category === 'other' ? proposeCategory(ask.what) : ask.category,
    areaCode: await findGridOf(work, { ...ask, community: community.code }),
  };
  const alike: AlikeRequest[] = [];
  for (const { number, reasons } of rankAlike(report, rows, work.now)) {
    const shown = await findPublication(work, number);
    if (shown) alike.push({ ...shown, reasons: [...reasons] });
  }
  return alike;
}
