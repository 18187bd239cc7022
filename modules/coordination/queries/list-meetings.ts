import { sql } from 'kysely';
import { sayRefusal } from '../../../platform/i18n/words.ts';
import { done, refuse, type Result } from '../../../platform/result.ts';
import type { Work } from '../../../platform/work.ts';
import { mayUse } from '../../access/index.ts';
import { readCursor, writeCursor } from '../../matters/index.ts';
import { getToday } from '../../territory/index.ts';
import type { MeetingRow } from '../contract/meeting.ts';
import { mayConvene } from '../rules/meeting.ts';
import { findMeeting, findOpenMeeting, loadItems } from '../store/meeting-store.ts';
import { viewRow } from './view-meeting.ts';

const PAGE = 20;
type Listed = {
  readonly meetings: MeetingRow[];
  readonly next: string | null;
  readonly today: string;
  readonly mayConvene: boolean;
  readonly notYet: ReturnType<typeof sayRefusal> | null;
};

/**
 * Lists joint and dispatch meetings in the asker's reach (联席会、调度会), the newest first.
 *
 * @returns one page by key; or `page.bad_cursor`
 */
export async function listMeetings(work: Work, after?: string): Promise<Result<Listed, 'page.bad_cursor'>> {
  const cursor = after ? readCursor(after) : null;
  if (cursor === undefined) return refuse('page.bad_cursor');
  const { rows } = await sql<{ id: string; convenedAt: string }>`
    select id, to_json(convened_at)#>>'{}' as "convenedAt" from coordination.meetings
    where district_id = ${work.districtId}
      ${cursor ? sql`and (convened_at, id) < (${cursor.value}::timestamptz, ${cursor.id}::uuid)` : sql``}
    order by convened_at desc, id desc limit ${PAGE + 1}
  `.execute(work.db);
  const meetings: MeetingRow[] = [];
  for (const { id } of rows.slice(0, PAGE)) {
    const meeting = await findMeeting(work, id);
    if (meeting) meetings.push(await viewRow(work, meeting, await loadItems(work, id)));
  }
  const last = rows[PAGE - 1];
  const { actor } = work;
  const convenes = actor.kind === 'worker' && mayConvene(actor.areaCode).ok && mayUse(actor, 'meetings.hold').ok;
  const goesOn = convenes && (await findOpenMeeting(work, actor.areaCode)) !== undefined;
  return done({
    meetings,
    next: rows.length > PAGE && last ? writeCursor({ value: last.convenedAt, id: last.id }) : null,
    today: await getToday(work),
    mayConvene: convenes && !goesOn,
    notYet: goesOn ? sayRefusal({ code: 'meeting.one_goes_on' }) : null,
  });
}
