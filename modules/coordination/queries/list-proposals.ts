import { sql } from 'kysely';
import type { Work } from '../../../platform/work.ts';
import type { ItemCause } from '../contract/meeting-lists.ts';
import type { ProposalView } from '../contract/meeting.ts';
import { loadThreshold } from '../store/threshold-store.ts';
import { REPEAT_DAYS } from '../rules/repeats.ts';
import { loadItems, type Meeting } from '../store/meeting-store.ts';

const PER_CAUSE = 6;
type Row = Omit<ProposalView, 'cause'> & { readonly area: string };

/**
 * Lists what the agenda of a meeting proposes itself (自动提出的议题): what comes again at one place, what was said not to be
 * solved, what is late longest, what was escalated; the worst first, each matter once. What is on the agenda is left out,
 * struck or not.
 */
export async function listProposals(
  work: Work,
  meeting: Meeting,
): Promise<{ proposals: ProposalView[]; threshold: number }> {
  const threshold = await loadThreshold(work);
  const taken = new Set((await loadItems(work, meeting.id)).map(({ matterId }) => matterId));
  const proposals: ProposalView[] = [];
  for (const [cause, query] of questions(work, meeting.areaCode, threshold)) {
    const { rows } = await query.execute(work.db);
    const fresh = rows.filter(({ matterId }) => !taken.has(matterId)).slice(0, PER_CAUSE);
    for (const { matterId, number, title, place, count } of fresh) {
      taken.add(matterId);
      proposals.push({ matterId, number, title, place, count, cause });
    }
  }
  return { proposals, threshold };
}

function questions({ districtId, now }: Work, areaCode: string, threshold: number) {
  const since = new Date(now.getTime() - REPEAT_DAYS * 86_400_000);
  const columns = sql`m.id as "matterId", m.number, m.title, m.place`;
  const here = sql`m.district_id = ${districtId} and m.subdistrict_code = ${areaCode}`;
  const open = sql`${here} and m.stage <> 'final' and m.procedure_id in ('resident-request', 'escalation')`;
  const most = sql`limit ${PER_CAUSE * 4}`;
  return [
    [
      'repeats',
      sql<Row>`
        with again as (
          select (array_agg(m.id order by (m.stage <> 'final') desc, m.opened_at desc))[1] as id, count(*)::int as count
          from matters.matters m join requests.requests r on r.district_id = m.district_id and r.matter_id = m.id
          where ${here} and m.opened_at >= ${since} and m.place <> ''
          group by m.community_code, r.category, regexp_replace(m.place, '\\s', '', 'g') having count(*) >= ${threshold})
        select ${columns}, a.count from again a join matters.matters m on m.district_id = ${districtId} and m.id = a.id
        order by a.count desc, m.id ${most}`,
    ],
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
