import { done, refuse, type Result } from '../../../platform/result.ts';
import type { Actor } from '../../../platform/work.ts';
import type { Category } from '../contract/category.ts';
import type { DutyLine } from '../contract/duty.ts';

const isLater = (a: DutyLine, b: DutyLine): boolean =>
  a.fromOn === b.fromOn ? a.recordedAt.getTime() > b.recordedAt.getTime() : a.fromOn > b.fromOn;

/** Finds the line of one kind and exactly one area that holds on a day (ISO date); undefined when none does. */
export function lineInForce(lines: readonly DutyLine[], category: Category, areaCode: string, on: string) {
  const begun = lines.filter((line) => line.category === category && line.areaCode === areaCode && line.fromOn <= on);
  const last = begun.reduce<DutyLine | undefined>(
    (best, line) => (best && !isLater(line, best) ? best : line),
    undefined,
  );
  return last?.bodyId === null ? undefined : last;
}

/**
 * Finds who answers for a kind of request at a place on a day (职责分工): the line of the narrowest area that has one.
 *
 * @param areaCode of the place, 6 to 15 digits
 * @source catalogue S12 (category and place to department and limit)
 */
export function findDuty(lines: readonly DutyLine[], category: Category, areaCode: string, on: string) {
  for (const digits of [15, 12, 9, 6]) {
    if (areaCode.length < digits) continue;
    const line = lineInForce(lines, category, areaCode.slice(0, digits), on);
    if (line) return line;
  }
  return undefined;
}

export type DutyWish = {
  readonly areaCode: string;
  readonly fromOn: string;
  readonly limitWorkingDays: number | null;
  readonly source: string;
};
export type DutyRefusal = 'duty.other_place' | 'duty.in_the_past' | 'duty.limit_unreadable' | 'duty.source_missing';

/**
 * Says whether somebody may record a line of the duty matrix. That their post carries `duties.edit` was asked at the door.
 *
 * @returns done, or a refusal:
 *   - `duty.other_place`: the place is not in the area of the post; the lead of a task group keeps their sub-district's lines
 *   - `duty.in_the_past`: what held on a day that is over stays as it was
 *   - `duty.limit_unreadable`: a limit is 1 to 365 working days
 *   - `duty.source_missing`: each line says by what it holds
 */
export function mayRecordDuty(actor: Actor, wish: DutyWish, today: string): Result<undefined, DutyRefusal> {
  if (actor.kind === 'worker' && !wish.areaCode.startsWith(actor.areaCode)) return refuse('duty.other_place');
  if (wish.fromOn < today) return refuse('duty.in_the_past');
  const limit = wish.limitWorkingDays;
  if (limit !== null && (!Number.isInteger(limit) || limit < 1 || limit > 365)) return refuse('duty.limit_unreadable');
  return wish.source.trim() === '' ? refuse('duty.source_missing') : done(undefined);
}

/**
 * Computes the area for which a ruling is written back: a ruling to a body of one community says nothing about others,
 * so it holds for the community of the matter; one to a sub-district's or district's body holds for the sub-district.
 */
export const areaOfRuling = (matterArea: string, bodyArea: string): string =>
  matterArea.slice(0, bodyArea.length >= 12 ? 12 : 9);
