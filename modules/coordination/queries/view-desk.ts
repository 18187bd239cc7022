import { sql } from 'kysely';
import type { Work } from '../../../platform/work.ts';
import { committeeKinds, describeBodies } from '../../bodies/index.ts';
import { listStandings, newestProcedureNames, type MatterStanding } from '../../matters/index.ts';
import { describeAreas } from '../../territory/index.ts';
import { ages, tiers, type DeskView } from '../contract/desk.ts';
import { districtTask } from '../procedures/district-task.ts';
import { listeningSession } from '../procedures/listening-session.ts';
import { districtTaskPart } from '../procedures/district-task-part.ts';
import { supervisionOrder } from '../procedures/supervision-order.ts';
import { urgentSignal } from '../procedures/urgent-signal.ts';
import { computeAge, isAge } from '../rules/age.ts';
import { openedHere } from '../rules/opened-here.ts';
import { listInspections } from './list-inspections.ts';
import { ofProcedures } from './of-procedures.ts';
import { timeSignals } from './time-signals.ts';
import { loadHeld } from './list-sessions.ts';
import { listStatements } from './list-statements.ts';

const MOST = 100;
const DAYS = 90;

/**
 * The coordination desk (协调台) in the scope of the work: urgent signals, what was escalated and who follows it, at which tier requests are
 * solved, the backlog with its leaders and ages, the bulletins. Nobody is ranked: bodies stand in the order of their matters.
 *
 * @source catalogue S30 (share solved at each tier), S33 (referrals sent back), S37 (age histogram), S41 (three instants), S122 (bulletins, what nobody inspected)
 */
export async function viewDesk(work: Work): Promise<DeskView> {
  const [escalations, backlog] = [await listOpen(work, 'escalation'), await listOpen(work, 'backlog-case')];
  const targets = await listOpen(work, districtTask.id);
  const parts = await countParts(work, targets);
  const signals = await listOpen(work, urgentSignal.id);
  const sessions = await listOpen(work, listeningSession.id);
  const sessionIds = sessions.map(({ id }) => id);
  const [held, statements] = [await loadHeld(work, sessionIds), await listStatements(work, sessionIds)];
  const all = [...escalations, ...backlog, ...targets, ...signals, ...sessions];
  const nameOf = await namesOf(
    work,
    all.map(({ holderBodyId }) => holderBodyId),
  );
  const liaisons = await lastWords(work, escalations, 'liaison');
  const leaders = await lastWords(work, backlog, 'leader');
  const listed = await listedAges(work, backlog);
  const line = (one: MatterStanding) => ({
    id: one.id,
    number: one.number,
    title: one.title,
    state: one.stateName,
    body: nameOf(one.holderBodyId),
    openedAt: one.openedAt.toISOString(),
    dueAt: one.dueAt?.toISOString() ?? null,
    late: one.dueAt !== null && one.dueAt < work.now,
  });
  const cases = backlog.map((one) => {
    const age = listed.get(one.id);
    return {
      ...line(one),
      leader: leaders.get(one.id) ?? null,
      age: computeAge(isAge(age) ? age : 'underOne', one.openedAt, work.now),
    };
  });
  const areas = await describeAreas(
    work,
    [...escalations, ...signals].map(({ areaCode }) => areaCode.slice(0, 12)),
  );
  const communityOf = ({ areaCode }: MatterStanding) => {
    const area = areas.find(({ code }) => code === areaCode.slice(0, 12));
    return area ? { zh: area.nameZh, en: area.nameEn } : null;
  };
  const { actor } = work;
  const opens = newestProcedureNames(openedHere).filter(
    ({ posts }) => actor.kind === 'worker' && posts.includes(actor.postKind),
  );
  const mayInspect = opens.some(({ id }) => id === supervisionOrder.id);
  const inspections = mayInspect ? await listInspections(work, targets) : undefined;
  return {
    signals: {
      open: signals.map((one) => ({ ...line(one), community: communityOf(one) })),
      ...(await timeSignals(work, since(work))),
    },
    escalations: escalations.map((one) => ({
      ...line(one),
      liaison: liaisons.get(one.id) ?? null,
      community: communityOf(one),
    })),
    tiers: await countTiers(work),
    ended: await countEnded(work),
    backlog: cases,
    ages: ages.map((age) => ({ age, count: cases.filter((one) => one.age === age).length })),
    targets: targets.map((one) => ({
      ...line(one),
      ...(parts.get(one.id) ?? { parts: 0, done: 0, explained: 0 }),
      inspections: inspections?.get(one.id) ?? null,
    })),
    sessions: sessions.flatMap((one) => {
      const how = held.get(one.id);
      if (!how) return [];
      const { community, heldOn, people } = how;
      return { ...line(one), community, heldOn, people, statements: statements.get(one.id) ?? [] };
    }),
    bulletins: await listBulletins(work),
    days: DAYS,
    opens,
  };
}

const since = ({ now }: Work): Date => new Date(now.getTime() - DAYS * 86_400_000);

async function listOpen(work: Work, procedureId: string): Promise<MatterStanding[]> {
  const { rows } = await sql<{ id: string }>`
    select id from matters.matters where district_id = ${work.districtId} and ${ofProcedures(procedureId)} and stage <> 'final'
    order by next_due_at, id limit ${MOST}
  `.execute(work.db);
  const found = await listStandings(
    work,
    rows.map(({ id }) => id),
  );
  return rows.flatMap(({ id }) => found.get(id) ?? []);
}

type Parts = Pick<DeskView['targets'][number], 'parts' | 'done' | 'explained'>;

/** How far each target is (进度), counted from its parts; what was sent back as not theirs is no part of it. */
async function countParts(work: Work, of: readonly MatterStanding[]): Promise<ReadonlyMap<string, Parts>> {
  const { rows } = await sql<Parts & { id: string }>`
    select l.to_matter_id as id, count(*)::int as parts, (count(*) filter (where t.outcome = 'solved'))::int as done,
      (count(*) filter (where t.outcome = 'explained'))::int as explained
    from matters.links l join matters.matters t on t.district_id = l.district_id and t.id = l.from_matter_id
    where l.district_id = ${work.districtId} and l.kind = 'taskOf' and t.procedure_id = ${districtTaskPart.id}
      and t.outcome is distinct from 'notOurs' and l.to_matter_id = any (${of.map(({ id }) => id)}::uuid[])
    group by 1
  `.execute(work.db);
  return new Map(rows.map(({ id, ...count }) => [id, count]));
}

async function namesOf(work: Work, ids: readonly string[]) {
  const named = new Map((await describeBodies(work, [...new Set(ids)])).map((body) => [body.bodyId, body]));
  return (id: string) => ({ zh: named.get(id)?.nameZh ?? '', en: named.get(id)?.nameEn ?? '' });
}

async function lastWords(
  work: Work,
  of: readonly MatterStanding[],
  name: string,
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ id: string; text: string }>`
    select distinct on (w.matter_id) w.matter_id as id, w.text from matters.words w
    where w.district_id = ${work.districtId} and w.matter_id = any (${of.map(({ id }) => id)}::uuid[]) and w.name = ${name}
    order by w.matter_id, w.seq desc
  `.execute(work.db);
  return new Map(rows.map(({ id, text }) => [id, text]));
}

async function listedAges(work: Work, of: readonly MatterStanding[]): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ id: string; aged: string }>`
    select matter_id as id, content->'input'->>'aged' as aged from matters.timeline
    where district_id = ${work.districtId} and matter_id = any (${of.map(({ id }) => id)}::uuid[]) and seq = 1
  `.execute(work.db);
  return new Map(rows.map(({ id, aged }) => [id, aged]));
}

/** Requests of the last days whose answer stands as solved, by the tier of the body that has them. */
async function countTiers(work: Work): Promise<DeskView['tiers']> {
  const { rows } = await sql<{ tier: string; solved: number }>`
    select case when holder_body_kind = any(${[...committeeKinds]}::text[]) then 'community'
        when holder_body_kind in ('taskGroup', 'subdistrictOffice') then 'subdistrict'
        when holder_body_kind = 'propertyManager' then 'company' else 'district' end as tier, sum(n)::int as solved
    from matters.count_solved_by_kind(${work.districtId}::int, ${since(work)})
    group by 1
  `.execute(work.db);
  return tiers.map((tier) => ({ tier, solved: rows.find((row) => row.tier === tier)?.solved ?? 0 }));
}

async function countEnded(work: Work): Promise<DeskView['ended']> {
  const { rows } = await sql<DeskView['ended']>`
    select (count(*) filter (where outcome = 'solved'))::int as solved, (count(*) filter (where outcome = 'explained'))::int as returned
    from matters.matters
    where district_id = ${work.districtId} and ${ofProcedures('escalation')} and stage = 'final' and opened_at >= ${since(work)}
      and last_at >= ${since(work)}
  `.execute(work.db);
  return rows[0] ?? { solved: 0, returned: 0 };
}

async function listBulletins(work: Work): Promise<DeskView['bulletins']> {
  const { rows } = await sql<{ id: string; number: string; bodyId: string; at: Date; text: string }>`
    select m.id, m.number, m.holder_body_id as "bodyId", t.at, w.text
    from matters.matters m
    join matters.words w on w.district_id = m.district_id and w.matter_id = m.id and w.name = 'bulletin'
    join matters.timeline t on t.district_id = w.district_id and t.matter_id = w.matter_id and t.seq = w.seq
    where m.district_id = ${work.districtId} and ${ofProcedures('supervision-order', 'urging')} and m.stage = 'final'
      and m.last_at >= ${since(work)} and t.at >= ${since(work)}
    order by t.at desc limit ${MOST}
  `.execute(work.db);
  const nameOf = await namesOf(
    work,
    rows.map(({ bodyId }) => bodyId),
  );
  return rows.map(({ id, number, bodyId, at, text }) => ({
    id,
    number,
    body: nameOf(bodyId),
    at: at.toISOString(),
    text,
  }));
}

/** Answers that other communities can use (可复用的办法), by words, the newest first. */
export async function listAdvice(work: Work, words: string) {
  const like = `%${words.trim().replaceAll(/[\\%_]/g, '\\$&')}%`;
  const { rows } = await sql<{ question: string; advice: string; bodyId: string; at: Date }>`
    select question, advice, body_id as "bodyId", at from coordination.advice
    where district_id = ${work.districtId} and (question ilike ${like} or advice ilike ${like}) order by at desc limit 20
  `.execute(work.db);
  const nameOf = await namesOf(
    work,
    rows.map(({ bodyId }) => bodyId),
  );
  return rows.map(({ question, advice, bodyId, at }) => ({
    question,
    advice,
    body: nameOf(bodyId),
    at: at.toISOString(),
  }));
}
