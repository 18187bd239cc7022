import { sql, type RawBuilder } from 'kysely';
import { sayRefusal } from '../../../platform/i18n/words.ts';
import type { Result } from '../../../platform/result.ts';
import type { Work } from '../../../platform/work.ts';
import { mayUse } from '../../access/index.ts';
import { findCourse, findProcedure, makeGrams, wordsOf } from '../../matters/index.ts';
import { parseAddress } from '../../territory/index.ts';
import { nearnesses, type BesideView } from '../contract/beside.ts';
import type { Category } from '../contract/category.ts';
import { ALIKE_DAYS, rankAlike, type Nearby } from '../rules/likely-duplicate.ts';
import { findWithheld } from '../store/find-withheld.ts';
import { nearnessOf } from '../rules/same-place.ts';
import { findRequest } from '../store/request-store.ts';

/** The newest of a community are compared; beyond that lies another year. */
const MOST_COMPARED = 500;
const MOST_ALIKE_COMPARED = 300;
const MOST_SHOWN = 8;
const MOST_OF_GRID = 3;

type Row = {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly place: string;
  readonly procedureId: string;
  readonly procedureVersion: number;
  readonly state: string;
  readonly stage: 'open' | 'waiting' | 'final';
  readonly outcome: string | null;
  readonly openedAt: Date;
  readonly areaCode: string;
};

/**
 * Finds what lies beside a request (同址历史、本人诉求、疑似重复): only matters in the scope of the asker, so that every line
 * can be opened. Whose other matters they are is told to nobody who may not learn who asked.
 */
export async function findBeside(work: Work, matterId: string): Promise<BesideView | undefined> {
  const request = await findRequest(work, matterId);
  const course = request && (await findCourse(work, matterId));
  if (!request || !course) return undefined;
  const { matter, face } = course;
  const near = await loadOthers(work, matterId, sql`m.community_code = ${matter.areaCode.slice(0, 12)}`, MOST_COMPARED);
  const here = { address: parseAddress(face.place), areaCode: matter.areaCode };
  const placed = near.flatMap((row) => {
    const nearness = nearnessOf(here, { address: parseAddress(row.place), areaCode: row.areaCode });
    return nearness ? [{ ...view(row), near: nearness }] : [];
  });
  const may = await mayLearn(work, request, course);
  const closer = placed.filter((one) => one.near !== 'grid');
  const ofGrid = placed.filter((one) => one.near === 'grid');
  return {
    place: [
      ...closer.toSorted((a, b) => nearnesses.indexOf(a.near) - nearnesses.indexOf(b.near)).slice(0, MOST_SHOWN),
      ...ofGrid.slice(0, Math.max(0, MOST_OF_GRID - closer.length)),
    ],
    inGrid: placed.length,
    person: may.ok ? await listOfPerson(work, matterId) : [],
    withheld: may.ok ? null : { code: may.code, message: sayRefusal(may) },
    alike: course.stage === 'final' ? [] : await listAlikeHere(work, matterId, request.category, matter.areaCode),
  };
}

async function mayLearn(
  work: Work,
  request: Parameters<typeof findWithheld>[1],
  course: Parameters<typeof findWithheld>[2],
): Promise<Result<undefined>> {
  const may = mayUse(work.actor, 'requests.reveal');
  return may.ok ? findWithheld(work, request, course) : may;
}

/** Open matters whose reporter left the same telephone number; confidential ones are nobody's. */
async function listOfPerson(work: Work, matterId: string): Promise<BesideView['person']> {
  const rows = await loadOthers(
    work,
    matterId,
    sql`m.stage <> 'final' and m.id in (
      select o.matter_id from requests.reporters r
      join requests.reporters o on o.district_id = r.district_id and o.phone_index = r.phone_index
      join requests.requests q on q.district_id = o.district_id and q.matter_id = o.matter_id and not q.confidential
      where r.district_id = ${work.districtId} and r.matter_id = ${matterId}::uuid)`,
    MOST_SHOWN,
  );
  return rows.map(view);
}

type Compared = Omit<Nearby, 'grams'> & { readonly id: string; readonly what: string };

/** Requests of the same community, open or answered lately, that may be the same thing, the likeliest first. */
async function listAlikeHere(work: Work, matterId: string, category: Category, areaCode: string) {
  const since = new Date(work.now.getTime() - ALIKE_DAYS * 86_400_000);
  // Each found by an index of its own; as one condition all that ever came in the community would be walked.
  const requestsWhere = (is: RawBuilder<unknown>) => sql`(
    select m.id, m.number, m.area_code as "areaCode", m.opened_at as "openedAt", m.answered_at as "answeredAt"
    from matters.matters m
    where m.district_id = ${work.districtId} and m.community_code = ${areaCode.slice(0, 12)} and m.procedure_id = 'resident-request' and ${is})`;
  const { rows } = await sql<Compared>`
    select c.*, coalesce(w.text, '') as what, q.category from (
      select * from (${requestsWhere(sql`m.id = ${matterId}::uuid`)} union ${requestsWhere(sql`m.stage <> 'final'`)}
        union ${requestsWhere(sql`m.answered_at >= ${since}`)}) found
      order by (id = ${matterId}::uuid) desc, "openedAt" desc, id desc limit ${MOST_ALIKE_COMPARED}) c
    join requests.requests q on q.district_id = ${work.districtId} and q.matter_id = c.id
    left join matters.words w on w.district_id = ${work.districtId} and w.matter_id = c.id and w.seq = 1 and w.name = 'what'
  `.execute(work.db);
  const compared = rows.map((row) => ({ ...row, grams: makeGrams(row.what) }));
  const own = compared.find(({ id }) => id === matterId);
  if (!own) return [];
  const ranked = rankAlike(
    { grams: own.grams, category, areaCode },
    compared.filter(({ id }) => id !== matterId),
    work.now,
  );
  const found = await loadOthers(
    work,
    matterId,
    sql`m.number = any (${ranked.map(({ number }) => number)}::text[])`,
    ranked.length,
  );
  return ranked.flatMap(({ number, reasons }) => {
    const row = found.find((one) => one.number === number);
    return row ? [{ ...view(row), reasons: [...reasons], mayMerge: row.stage !== 'final' }] : [];
  });
}

async function loadOthers(
  work: Work,
  matterId: string,
  condition: ReturnType<typeof sql>,
  limit: number,
): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select m.id, m.number, m.title, m.place, m.procedure_id as "procedureId", m.procedure_version as "procedureVersion",
      m.state, m.stage, m.outcome, m.opened_at as "openedAt", m.area_code as "areaCode"
    from matters.matters m
    where m.district_id = ${work.districtId} and m.id <> ${matterId}::uuid and m.procedure_id = 'resident-request' and ${condition}
    order by m.opened_at desc, m.id desc limit ${limit}
  `.execute(work.db);
  return rows;
}

function view({ id, number, title, place, stage, outcome, openedAt, state, ...of }: Row): BesideView['person'][number] {
  const named = findProcedure(of)?.states[state];
  const stateName = named ? wordsOf(named) : { zh: state, en: state };
  return { id, number, title, place, stateName, stage, outcome, openedAt: openedAt.toISOString() };
}
