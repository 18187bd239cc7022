import { sql } from 'kysely';
import { refuse, done, type Result } from '../../../platform/result.ts';
import type { Work } from '../../../platform/work.ts';
import { describePeople, findBody, listBodies } from '../../bodies/index.ts';
import type { DayBody, DayPage, DayRow } from '../contract/day.ts';
import type { NamedView } from '../contract/views.ts';
import { todayOf, type Today } from '../rules/today.ts';
import { loadDayMarks, type DayMark } from '../store/day-store.ts';
import { calendarOf } from '../store/ground-store.ts';
import { loadReasons } from '../store/note-store.ts';
import { listStaying, MOST_STAYING } from '../store/staying-store.ts';
import { loadRows } from './matter-rows.ts';
import { openScopeWhere } from './scope-where.ts';

const COUNTED_UP_TO = 1000;

/**
 * What stays tonight with a body (日清): what came in today and nobody there has acted on since, and what is due today and
 * not done; each with the reason that was given. What was due on an earlier day is counted only.
 *
 * @param bodyId the asker's own body when absent; another one only in the area of the asker
 * @returns the page, or a refusal: `view.no_post`, `day.not_your_area`
 * @source S27 事不过夜: each item received today has an action recorded, and what stays has a reason
 */
export async function getDay(work: Work, bodyId?: string): Promise<Result<DayPage>> {
  const { actor, scope } = work;
  if (actor.kind !== 'worker') return refuse('view.no_post');
  const body = await findBody(work, bodyId ?? actor.bodyId);
  const isInArea = body !== undefined && body.areaCode >= scope.lo && body.areaCode < scope.hi;
  if (!body || (body.bodyId !== actor.bodyId && !isInArea)) return refuse('day.not_your_area');
  const today = todayOf(await calendarOf(work), work.now);
  const staying = await listStaying(work, body.bodyId, today);
  const reasons = await loadReasons(work, body.bodyId, today.day);
  const marks = await loadDayMarks(work, today.day, [body.bodyId]);
  const mark = marks.get(body.bodyId);
  const nameOf = await namesOf(work, [
    ...[...reasons.values()].map((one) => one.accountId),
    ...(mark ? [mark.accountId] : []),
  ]);
  const found = new Map(staying.map((one) => [one.id, one]));
  const { rows } = await loadRows(work, {
    conditions: [sql`m.district_id = ${work.districtId}`, sql`m.id = any (${[...found.keys()]}::uuid[])`],
    newestFirst: false,
    limit: MOST_STAYING,
  });
  return done({
    day: today.day,
    body: { id: body.bodyId, name: { zh: body.nameZh, en: body.nameEn }, isOwn: body.bodyId === actor.bodyId },
    rows: rows.map((row): DayRow => {
      const reason = reasons.get(row.id);
      const { cameIn, due, isMine } = found.get(row.id)!;
      return {
        ...row,
        causes: [...(cameIn ? (['cameIn'] as const) : []), ...(due ? (['due'] as const) : [])],
        isMine,
        reason: reason ? { text: reason.text, by: nameOf(reason.accountId), at: reason.at.toISOString() } : null,
      };
    }),
    more: staying.length > MOST_STAYING,
    overdue: await countOverdue(work, body.bodyId, today),
    closed: viewClosed(mark, nameOf),
  });
}

async function countOverdue(work: Work, bodyId: string, { from }: Today): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from (select from matters.matters m
    where m.district_id = ${work.districtId} and m.stage = 'open' and m.holder_body_id = ${bodyId}::uuid
      and m.next_due_at < ${from} limit ${COUNTED_UP_TO}) q`.execute(work.db);
  return rows[0]?.n ?? 0;
}

/**
 * Which bodies of the asker's area closed their day (各单位日清), in the order of their areas: those that have matters open,
 * and those that closed. It says nothing of persons, and puts nobody before another.
 */
export async function listDayBodies(work: Work): Promise<{ day: string; bodies: DayBody[] }> {
  const { day } = todayOf(await calendarOf(work), work.now);
  const { actor, scope } = work;
  const own = actor.kind === 'worker' ? await findBody(work, actor.bodyId) : undefined;
  const within = scope.hi === '' ? [] : await listBodies(work, { underArea: scope.lo });
  const bodies = own && !within.some(({ bodyId }) => bodyId === own.bodyId) ? [own, ...within] : within;
  const open = await countOpen(work);
  const marks = await loadDayMarks(
    work,
    day,
    bodies.map(({ bodyId }) => bodyId),
  );
  const nameOf = await namesOf(
    work,
    [...marks.values()].map(({ accountId }) => accountId),
  );
  return {
    day,
    bodies: bodies
      .filter(({ bodyId }) => open.has(bodyId) || marks.has(bodyId))
      .map((body) => ({
        id: body.bodyId,
        name: { zh: body.nameZh, en: body.nameEn },
        open: Math.min(open.get(body.bodyId) ?? 0, COUNTED_UP_TO),
        closed: viewClosed(marks.get(body.bodyId), nameOf),
      })),
  };
}

async function countOpen(work: Work): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ id: string; n: number }>`
    select coalesce(m.offer_body_id, m.holder_body_id) as id, count(*)::int as n from matters.matters m
    where m.district_id = ${work.districtId} and m.stage = 'open' and ${openScopeWhere(work, () => sql`true`)} group by 1
  `.execute(work.db);
  return new Map(rows.map(({ id, n }) => [id, n]));
}

const viewClosed = (mark: DayMark | undefined, nameOf: (accountId: string) => NamedView): DayPage['closed'] =>
  mark?.kind === 'closed' ? { at: mark.at.toISOString(), by: nameOf(mark.accountId), stayed: mark.stayed } : null;

async function namesOf(work: Work, accountIds: readonly string[]): Promise<(accountId: string) => NamedView> {
  const people = new Map((await describePeople(work, [...new Set(accountIds)])).map((one) => [one.accountId, one]));
  return (accountId) => {
    const person = people.get(accountId);
    return person ? { zh: person.nameZh, en: person.nameEn } : { zh: '—', en: '—' };
  };
}
