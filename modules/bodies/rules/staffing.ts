import { done, refuse, type Result } from '../../../platform/result.ts';
import {
  lawfulGrounds,
  staffGrounds,
  type AppointmentFacts,
  type EndGround,
  type PostFacts,
} from '../contract/staffing.ts';
import { isInForce, overlaps, takenDays } from './spans.ts';

export type AppointFacts = {
  readonly post: PostFacts;
  /** All appointments to the post, past and to come. */
  readonly appointments: readonly AppointmentFacts[];
  readonly byAccountId: string | null;
};

/**
 * Says whether someone may be appointed to a post (任职) for a stretch of days.
 *
 * @returns done, or a refusal:
 *   - `post.closed`: the post was done away with
 *   - `appointment.dates_reversed`: it would end before it begins
 *   - `appointment.not_yourself`: an administrator gives posts to others, never to themself
 *   - `appointment.elected_needs_result`: an elected post is filled by an election, so its result has to be named
 *   - `appointment.overlap`: somebody holds the post on one of those days
 * @source S60; standards 3.5
 */
export function mayAppoint(
  { post, appointments, byAccountId }: AppointFacts,
  wanted: { readonly accountId: string; readonly fromOn: string; readonly toOn: string | null; readonly note: string },
): Result<
  undefined,
  | 'post.closed'
  | 'appointment.dates_reversed'
  | 'appointment.not_yourself'
  | 'appointment.elected_needs_result'
  | 'appointment.overlap'
> {
  if (post.closedOn !== null) return refuse('post.closed');
  if (wanted.toOn !== null && wanted.toOn < wanted.fromOn) return refuse('appointment.dates_reversed');
  if (wanted.accountId === byAccountId) return refuse('appointment.not_yourself');
  if (post.tenure === 'elected' && wanted.note === '') return refuse('appointment.elected_needs_result');
  const other = appointments.find((one) => overlaps(takenDays(one), wanted));
  if (other) return refuse('appointment.overlap', { fromOn: other.fromOn, toOn: other.toOn ?? '—' });
  return done(undefined);
}

export type EndFacts = {
  readonly post: Pick<PostFacts, 'kind' | 'tenure'>;
  readonly appointment: AppointmentFacts;
  /** Appointments to administrators' posts other than this one. */
  readonly otherAdministrators: readonly AppointmentFacts[];
  readonly today: string;
};

export type End = {
  readonly lastOn: string;
  readonly atOnce: boolean;
  readonly ground: EndGround;
  readonly note: string;
};

/**
 * Says whether an appointment may be ended (离任), at once or at the end of a day.
 *
 * @returns the last day, or a refusal:
 *   - `appointment.already_ended`
 *   - `appointment.end_in_past`, `appointment.end_before_begin`, `appointment.end_later`: the last day is none it can have
 *   - `appointment.elected_protected`: an elected person leaves only by resignation, the end of the term, recall by those
 *     who elected them, death, or where the law itself ends the office; never by a rule for staff
 *   - `appointment.recall_is_for_elected`: whom nobody elected, nobody recalls
 *   - `appointment.ground_needs_note`: the ground has to be told in words, such as the day of the meeting
 *   - `administrator.last`: after it nobody could administer the district
 * @source S60; standards 3.5; 村民委员会组织法 arts. 16 and 18
 */
export function mayEnd(
  { post, appointment, otherAdministrators, today }: EndFacts,
  end: End,
  now: Date,
): Result<{ lastOn: string }> {
  const { fromOn, toOn, endedAt } = appointment;
  if (endedAt !== null || (toOn !== null && toOn < today)) return refuse('appointment.already_ended');
  const lawful: readonly EndGround[] = post.tenure === 'elected' ? lawfulGrounds : staffGrounds;
  if (!lawful.includes(end.ground))
    return refuse(post.tenure === 'elected' ? 'appointment.elected_protected' : 'appointment.recall_is_for_elected');
  if (end.note === '') return refuse('appointment.ground_needs_note');
  const begun = fromOn > today ? fromOn : today;
  const lastOn = end.atOnce ? begun : end.lastOn;
  if (lastOn < today) return refuse('appointment.end_in_past');
  if (lastOn < fromOn) return refuse('appointment.end_before_begin', { fromOn });
  if (toOn !== null && lastOn > toOn) return refuse('appointment.end_later', { toOn });
  if (post.kind === 'districtAdministrator') {
    const stays = otherAdministrators.some(
      (one) => isInForce(one, today, now) && (one.toOn === null || one.toOn > lastOn),
    );
    if (!stays) return refuse('administrator.last');
  }
  return done({ lastOn });
}

/**
 * Says whether a post may be done away with (撤销岗位).
 *
 * @returns done, or a refusal: `post.closed`; `post.still_held`: somebody holds it or is to hold it; `post.needs_note`
 */
export function mayClosePost(
  { post, appointments }: Pick<AppointFacts, 'post' | 'appointments'>,
  close: { readonly today: string; readonly note: string },
): Result<undefined, 'post.closed' | 'post.still_held' | 'post.needs_note'> {
  if (post.closedOn !== null) return refuse('post.closed');
  const isHeld = appointments.some((one) => one.endedAt === null && (one.toOn === null || one.toOn >= close.today));
  if (isHeld) return refuse('post.still_held');
  return close.note === '' ? refuse('post.needs_note') : done(undefined);
}
