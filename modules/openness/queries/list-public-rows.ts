import { sql, type RawBuilder } from 'kysely';
import type { Work } from '../../../platform/work.ts';
import type { Category } from '../../requests/index.ts';

/** What everyone may know of a request whose reporter wants it public; its words once they are published, masked. */
export type PublicFacts = {
  readonly matterId: string;
  readonly number: string;
  readonly procedureId: string;
  readonly procedureVersion: number;
  readonly category: Category;
  readonly state: string;
  readonly stage: 'open' | 'waiting' | 'final';
  readonly outcome: string | null;
  readonly openedAt: Date;
  readonly updatedAt: Date;
  readonly answeredAt: Date | null;
  readonly dueAt: Date | null;
  readonly title: string | null;
  readonly body: string | null;
  readonly answer: string | null;
  readonly rating: number | null;
  readonly communityCode: string | null;
  readonly communityZh: string | null;
  readonly communityEn: string | null;
  readonly subdistrictCode: string | null;
  readonly subdistrictZh: string | null;
  readonly subdistrictEn: string | null;
  readonly holderZh: string;
  readonly holderEn: string;
  readonly lat: number | null;
  readonly long: number | null;
};

/** For a settled request the instant at which it was settled, as the standard wants it; else the last entry. */
export const updatedAt = sql`case when m.stage = 'final' then m.ended_at else m.last_at end`;

/** Whether its reporter wants it public, and no objection keeps it off. */
export const mayBePublic = sql`(r.wants_public and not r.kept_off)`;

/**
 * Lists what is public of requests (公开诉求), newest first, under conditions on `m` (matter), `r` (request) and `p`
 * (publication). The work must be in the scope of the area asked about; a request that its reporter did not want public
 * is never among them.
 */
export async function listPublicRows(
  work: Work,
  conditions: readonly RawBuilder<unknown>[],
  { limit, offset = 0 }: { readonly limit: number; readonly offset?: number },
): Promise<PublicFacts[]> {
  const all = [sql`m.district_id = ${work.districtId}`, mayBePublic, ...conditions];
  const { rows } = await sql<PublicFacts>`
    select m.id as "matterId", m.number, m.procedure_id as "procedureId", m.procedure_version as "procedureVersion",
      r.category, m.state, m.stage, m.outcome, m.opened_at as "openedAt", ${updatedAt} as "updatedAt",
      m.answered_at as "answeredAt", k.due_at as "dueAt", p.title, p.body, p.answer, p.rating,
      m.community_code as "communityCode", c.name_zh as "communityZh", c.name_en as "communityEn",
      m.subdistrict_code as "subdistrictCode", s.name_zh as "subdistrictZh", s.name_en as "subdistrictEn",
      h.name_zh as "holderZh", h.name_en as "holderEn", o.lat, o.long
    from matters.matters m
    join requests.requests r on r.district_id = m.district_id and r.matter_id = m.id
    left join requests.publications p on p.district_id = m.district_id and p.matter_id = m.id
    left join openness.points o on o.district_id = m.district_id and o.matter_id = m.id
    left join territory.areas c on c.district_id = m.district_id and c.code = m.community_code
    left join territory.areas s on s.district_id = m.district_id and s.code = m.subdistrict_code
    join bodies.bodies h on h.district_id = m.district_id and h.id = m.holder_body_id
    left join lateral (
      select due_at from matters.clocks k
      where k.district_id = m.district_id and k.matter_id = m.id and k.clock = 'total'
      order by k.run desc limit 1
    ) k on true
    where ${sql.join(all, sql` and `)}
    order by m.opened_at desc, m.id desc limit ${limit} offset ${offset}
  `.execute(work.db);
  return rows;
}
