import { sql } from 'kysely';
import type { Work } from '../../../platform/work.ts';
import type { Reveal, RevealPurpose, RevealSubject } from '../contract/reveal.ts';

export type RevealRow = RevealSubject & {
  readonly id: string;
  readonly accountId: string;
  readonly postId: string;
  readonly purpose: RevealPurpose;
};

export async function saveReveal(work: Work, row: RevealRow): Promise<void> {
  await sql`
    insert into access.reveals (district_id, id, at, account_id, post_id, subject_kind, subject_id, purpose)
    values (${work.districtId}, ${row.id}::uuid, ${work.now}, ${row.accountId}::uuid, ${row.postId}::uuid,
      ${row.subjectKind}, ${row.subjectId}::uuid, ${row.purpose})
  `.execute(work.db);
}

export async function loadRevealsOf(work: Work, subject: RevealSubject): Promise<Reveal[]> {
  const { rows } = await sql<Reveal>`
    select r.at, r.purpose, r.account_id as "accountId", c.name_zh as "personZh", c.name_en as "personEn",
      p.name_zh as "postNameZh", p.name_en as "postNameEn", b.name_zh as "bodyNameZh", b.name_en as "bodyNameEn"
    from access.reveals r
    join accounts.accounts c on c.district_id = r.district_id and c.id = r.account_id
    join bodies.posts p on p.district_id = r.district_id and p.id = r.post_id
    join bodies.bodies b on b.district_id = p.district_id and b.id = p.body_id
    where r.district_id = ${work.districtId}
      and r.subject_kind = ${subject.subjectKind} and r.subject_id = ${subject.subjectId}::uuid
    order by r.at, r.id
  `.execute(work.db);
  return rows;
}
