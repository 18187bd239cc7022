import { done, refuse, type Result } from '../../../platform/result.ts';
import type { AppointmentFacts, DeputyFacts } from '../contract/staffing.ts';
import { overlaps, takenDays } from './spans.ts';

export type DeputyWish = {
  readonly accountId: string;
  readonly fromOn: string;
  readonly toOn: string;
  readonly reason: string;
};

export type DeputyNaming = {
  /** Who names: the holder for their own post, or an administrator for any. */
  readonly by: { readonly accountId: string | null; readonly isDeputy: boolean; readonly isAdministrator: boolean };
  /** The appointment of the post in force; undefined while it is vacant. */
  readonly appointment: AppointmentFacts | undefined;
  /** The one who is asked holds a post of the same body on the day it begins. */
  readonly isColleague: boolean;
  /** Deputies named before that concern the post, its holder, or the one who is asked; ended ones may be among them. */
  readonly deputies: readonly DeputyFacts[];
  readonly today: string;
};

/**
 * Says whether someone may be named deputy for a post (代理、AB岗) while its holder is away.
 *
 * @returns done, or a refusal:
 *   - `deputy.not_by_deputy`: who stands in hands nothing on
 *   - `deputy.post_vacant`: nobody is away from a post nobody holds; it has to be filled
 *   - `deputy.not_your_post`: one names deputies for one's own post
 *   - `deputy.not_oneself`: nobody stands in for themself, and no administrator lends a post to themself
 *   - `deputy.dates_reversed`, `deputy.in_past`, `deputy.beyond_appointment`: the days are none it can have
 *   - `deputy.needs_reason`
 *   - `deputy.other_body`: the deputy works in the same body
 *   - `deputy.overlap`: somebody stands in for this post on one of those days already
 *   - `deputy.is_away`: the one who is asked is away too, with a deputy of their own; so no loop can be made
 *   - `deputy.stands_in`: the holder stands in for somebody on those days; a deputy has no deputy
 * @source issue "the engine in full", delegation while away
 */
export function mayNameDeputy(facts: DeputyNaming, wish: DeputyWish): Result<{ appointmentId: string }> {
  const { by, appointment, deputies, today } = facts;
  if (by.isDeputy && !by.isAdministrator) return refuse('deputy.not_by_deputy');
  if (!appointment) return refuse('deputy.post_vacant');
  const holder = appointment.accountId;
  if (!by.isAdministrator && by.accountId !== holder) return refuse('deputy.not_your_post');
  if (wish.accountId === holder || (by.isAdministrator && wish.accountId === by.accountId))
    return refuse('deputy.not_oneself');
  if (wish.toOn < wish.fromOn) return refuse('deputy.dates_reversed');
  if (wish.fromOn < today) return refuse('deputy.in_past');
  if (appointment.toOn !== null && wish.toOn > appointment.toOn)
    return refuse('deputy.beyond_appointment', { toOn: appointment.toOn });
  if (wish.reason === '') return refuse('deputy.needs_reason');
  if (!facts.isColleague) return refuse('deputy.other_body');
  const then = deputies.filter((one) => one.endedAt === null && overlaps(takenDays(one), wish));
  if (then.some((one) => one.appointmentId === appointment.id)) return refuse('deputy.overlap');
  if (then.some((one) => one.holderAccountId === wish.accountId)) return refuse('deputy.is_away');
  if (then.some((one) => one.accountId === holder)) return refuse('deputy.stands_in');
  return done({ appointmentId: appointment.id });
}

/**
 * Says whether a deputy's time may be ended at once (结束代理): by the holder who is back, by the deputy, or by an
 * administrator.
 *
 * @returns done, or a refusal: `deputy.already_ended`, `deputy.not_yours`
 */
export function mayEndDeputy(
  deputy: DeputyFacts,
  by: { readonly accountId: string | null; readonly isAdministrator: boolean },
  today: string,
): Result<undefined, 'deputy.already_ended' | 'deputy.not_yours'> {
  if (deputy.endedAt !== null || deputy.toOn < today) return refuse('deputy.already_ended');
  const isTheirs = by.accountId === deputy.holderAccountId || by.accountId === deputy.accountId;
  return by.isAdministrator || isTheirs ? done(undefined) : refuse('deputy.not_yours');
}
