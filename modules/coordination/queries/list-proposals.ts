import { sql } from 'kysely';
import type { Work } from '../../../platform/work.ts';
import type { ItemCause } from '../contract/meeting-lists.ts';
import type { ProposalView } from '../contract/meeting.ts';
import { loadThreshold } from '../store/threshold-store.ts';
import { tierOf } from '../rules/meeting.ts';
import { loadItems, type Meeting } from '../store/meeting-store.ts';
import { findClusters } from '../store/find-clusters.ts';

const PER_CAUSE = 6;
type Row = Omit<ProposalView, 'cause'>;

/**
 * Lists what the agenda of a meeting proposes itself (自动提出的议题): what comes again at one place, what was said not to be
 * solved, what is late longest, what was escalated; at the district, targets and parts that are late or accepted by nobody,
 * orders that run, escalations and disputes; the worst first, each matter once. What is on the agenda is left out,
 * struck or not, and what an earlier meeting decided while that is being carried out.
 */
export async function listProposals(
  work: Work,
  meeting: Meeting,
): Promise<{ proposals: ProposalView[]; threshold: number }> {
  const threshold = await loadThreshold(work);
  const onAgenda = (await loadItems(work, meeting.id)).map(({ matterId }) => matterId);
  const taken = new Set([...onAgenda, ...(await listUnderWay(work, meeting.areaCode))]);
  const proposals: ProposalView[] = [];
  const propose = (cause: ItemCause, rows: readonly Row[]): void => {
    const fresh = rows.filter(({ matterId }) => !taken.has(matterId)).slice(0, PER_CAUSE);
    for (const { matterId, number, title, place, count } of fresh) {
      taken.add(matterId);
      proposals.push({ matterId, number, title, place, count, cause });
    }
  };
  const isDistrict = tierOf(meeting.areaCode) === 'district';
  if (!isDistrict) propose('repeats', await listAgain(work, meeting.areaCode));
  const asked = isDistrict ? districtQuestions(work) : questions(work, meeting.areaCode);
  for (const [cause, query] of asked) propose(cause, (await query.execute(work.db)).rows);
  return { proposals, threshold };
}

/** Matters of which a meeting here decided something that is not done yet (决定还在落实的事项). */
async function listUnderWay({ db, districtId }: Work, areaCode: string): Promise<string[]> {
  const { rows } = await sql<{ matterId: string }>`
    select i.matter_id as "matterId" from coordination.agenda_items i
    join coordination.meetings g on g.district_id = i.district_id and g.id = i.meeting_id
    join matters.matters o on o.district_id = i.district_id and o.id = i.opened_id
    where i.district_id = ${districtId} and g.area_code = ${areaCode} and i.matter_id is not null and o.stage <> 'final'
  `.execute(db);
  return rows.map(({ matterId }) => matterId);
}

/** What comes again at one place, each by the newest that is open, or else the newest. */
async function listAgain(work: Work, areaCode: string): Promise<Row[]> {
  const clusters = await findClusters(work, 'place', { area: areaCode });
  const counts = new Map(
    clusters.flatMap(({ matters, count }) => {
      const one = matters.find(({ isOpen }) => isOpen) ?? matters[0];
      return one ? [[one.id, count] as const] : [];
    }),
  );
  const { rows } = await sql<Omit<Row, 'count'>>`
    select m.id as "matterId", m.number, m.title, m.place from matters.matters m
    where m.district_id = ${work.districtId} and m.id = any (${[...counts.keys()]}::uuid[])
  `.execute(work.db);
  const again = rows.map((row) => ({ ...row, count: counts.get(row.matterId) ?? 0 }));
  return again.toSorted((a, b) => b.count - a.count || (a.matterId < b.matterId ? -1 : 1));
}

function questions({ districtId, now }: Work, areaCode: string) {
  const columns = sql`m.id as "matterId", m.number, m.title, m.place`;
  const here = sql`m.district_id = ${districtId} and m.subdistrict_code = ${areaCode}`;
  const open = sql`${here} and m.stage <> 'final' and m.procedure_id in ('resident-request', 'escalation')`;
  const most = sql`limit ${PER_CAUSE * 4}`;
  return [
    [
      'notSolved',
      sql<Row>`select ${columns}, m.reopenings as count from matters.matters m where ${open} and m.reopenings > 0 order by m.reopenings desc, m.next_due_at, m.id ${most}`,
    ],
    [
      'escalated',
      sql<Row>`select ${columns}, 0 as count from matters.matters m
        where ${open} and (m.procedure_id = 'escalation' or m.holder_body_kind = 'taskGroup' or m.offer_body_kind = 'taskGroup')
        order by m.next_due_at, m.id ${most}`,
    ],
    [
      'overdue',
      sql<Row>`select ${columns}, greatest(0, floor(extract(epoch from ${now}::timestamptz - m.next_due_at) / 86400))::int as count
        from matters.matters m where ${open} and m.stage = 'open' and m.next_due_at < ${now} order by m.next_due_at, m.id ${most}`,
    ],
  ] as const satisfies readonly (readonly [ItemCause, ReturnType<typeof sql<Row>>])[];
}

/** What the progress of the district puts before its departments and sub-districts (工作进展), in the reach of the asker. */
function districtQuestions({ districtId, now }: Work) {
  const open = sql`m.district_id = ${districtId} and m.stage <> 'final'`;
  const late = sql`greatest(0, floor(extract(epoch from ${now}::timestamptz - m.next_due_at) / 86400))::int`;
  const targets = sql`${open} and m.procedure_id in ('district-task', 'district-task-part')`;
  const list = (where: ReturnType<typeof sql>, count = sql`0`) => sql<Row>`
    select m.id as "matterId", m.number, m.title, m.place, ${count} as count from matters.matters m
    where ${where} order by m.next_due_at, m.id limit ${PER_CAUSE * 4}`;
  return [
    ['targetLate', list(sql`${targets} and m.state <> 'assigned' and m.next_due_at < ${now}`, late)],
    ['targetUnaccepted', list(sql`${targets} and m.state = 'assigned'`)],
    ['order', list(sql`${open} and m.procedure_id = 'supervision-order'`)],
    [
      'escalated',
      list(sql`${open} and m.procedure_id = 'escalation' and m.holder_body_kind in ('department', 'districtCentre')`),
    ],
    [
      'dispute',
      list(
        sql`${open} and m.procedure_id = 'resident-request' and m.state = 'ruling' and m.offer_body_kind = 'districtCentre'`,
      ),
    ],
  ] as const satisfies readonly (readonly [ItemCause, ReturnType<typeof sql<Row>>])[];
}
