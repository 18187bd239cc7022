import { sql } from 'kysely';
import type { Work } from '../../../platform/work.ts';
import { getToday, listAreas, listEndedAreas } from '../../territory/index.ts';
import type { BodyCorrection, KnownPerson, KnownPost, PostCorrection, Register } from '../rules/import/register.ts';
import { loadBodies, loadLinks } from './body-store.ts';

/** What the district has today (现有建制): areas, bodies, posts with their holders, people. */
export async function loadRegister(work: Work): Promise<Register> {
  return {
    districtCode: String(work.districtId),
    today: await getToday(work),
    areas: await listAreas(work),
    endedAreas: new Set(await listEndedAreas(work)),
    bodies: await loadBodies(work, { kinds: null, underArea: null }),
    posts: await loadKnownPosts(work),
    people: await loadKnownPeople(work),
    links: await loadLinks(work),
  };
}

/** Every post of the district with who holds it now or is appointed to it later, the first made first. */
async function loadKnownPosts(work: Work): Promise<KnownPost[]> {
  const { rows } = await sql<KnownPost>`
    select p.id as "postId", p.body_id as "bodyId", p.kind, p.name_zh as "nameZh", p.name_en as "nameEn",
      p.area_code as "areaCode", p.is_head as "isHead", p.tenure, p.phone_public as "phonePublic", p.duty,
      (select jsonb_build_object('accountId', t.account_id, 'nameZh', c.name_zh, 'fromOn', t.from_on)
        from bodies.appointments t
        join accounts.accounts c on c.district_id = t.district_id and c.id = t.account_id
        where t.district_id = p.district_id and t.post_id = p.id
          and (t.to_on is null or t.to_on >= (${work.now}::timestamptz at time zone d.time_zone)::date)
        order by t.from_on limit 1) as holder
    from bodies.posts p
    join territory.districts d on d.district_id = p.district_id
    where p.district_id = ${work.districtId}
    order by p.id
  `.execute(work.db);
  return rows;
}

/** Everybody who has an account, by login. */
async function loadKnownPeople(work: Work): Promise<KnownPerson[]> {
  const { rows } = await sql<KnownPerson>`
    select id as "accountId", login, name_zh as "nameZh", name_en as "nameEn"
    from accounts.accounts where district_id = ${work.districtId} order by login
  `.execute(work.db);
  return rows;
}

export async function correctBodies(work: Work, rows: readonly BodyCorrection[]): Promise<void> {
  await sql`
    update bodies.bodies b
    set name_zh = r."nameZh", name_en = r."nameEn", phone_public = r."phonePublic"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (
      "bodyId" uuid, "nameZh" text, "nameEn" text, "phonePublic" text)
    where b.district_id = ${work.districtId} and b.id = r."bodyId"
  `.execute(work.db);
}

export async function correctPosts(work: Work, rows: readonly PostCorrection[]): Promise<void> {
  await sql`
    update bodies.posts p
    set name_en = r."nameEn", phone_public = r."phonePublic", duty = r.duty
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r ("postId" uuid, "nameEn" text, "phonePublic" text, duty text)
    where p.district_id = ${work.districtId} and p.id = r."postId"
  `.execute(work.db);
}

/** One import of a district at a time: a second one waits and then sees what the first one did. */
export async function lockRegister(work: Work): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('bodies.import'), ${work.districtId}::int)`.execute(work.db);
}
