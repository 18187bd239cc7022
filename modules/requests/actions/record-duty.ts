import { done, refuse, type Result } from '../../../platform/result.ts';
import type { Work } from '../../../platform/work.ts';
import { findBody } from '../../bodies/index.ts';
import { findRuling } from '../../matters/index.ts';
import { findArea, getToday } from '../../territory/index.ts';
import type { NewDutyLine } from '../contract/duty.ts';
import { areaOfRuling, mayRecordDuty, type DutyRefusal } from '../rules/duty-matrix.ts';
import { findDutyOfRuling, hasDuty, saveDuties } from '../store/duty-store.ts';
import { findRequest } from '../store/request-store.ts';

export type RecordDuty = Omit<NewDutyLine, 'id' | 'ruling'> & { readonly commandId: string };

/**
 * Records who answers for a kind of request in an area from a day on (职责分工); the earlier line is kept. The same command
 * again changes nothing.
 *
 * @returns done, or a refusal of {@link mayRecordDuty}, `area.not_found` or `body.not_found`
 */
export async function recordDuty(
  work: Work,
  { commandId, ...wish }: RecordDuty,
): Promise<Result<undefined, DutyRefusal | 'area.not_found' | 'body.not_found'>> {
  if (await hasDuty(work, commandId)) return done(undefined);
  if (!(await findArea(work, wish.areaCode))) return refuse('area.not_found');
  const decision = mayRecordDuty(work.actor, wish, await getToday(work));
  if (!decision.ok) return decision;
  if (wish.bodyId !== null && !(await findBody(work, wish.bodyId))) return refuse('body.not_found');
  await saveDuties(work, [{ ...wish, id: commandId, ruling: null }]);
  return done(undefined);
}

/** Records lines of the duty matrix (职责分工) in bulk, when a district is set up. */
export async function createDuties(work: Work, lines: readonly NewDutyLine[]): Promise<void> {
  await saveDuties(work, lines);
}

export type WriteBack = { readonly commandId: string; readonly matterId: string; readonly reason: string };

/**
 * Writes the ruling on a request back to the duty matrix (写回), so that the next like one goes there at once. By who
 * ruled, or who leads the district's dispatch.
 *
 * @returns done, or a refusal of {@link mayRecordDuty}, or `duty.nothing_ruled`, `duty.written_back` (it was, before),
 *   `duty.not_your_ruling`, `duty.no_kind` (the request's kind says nothing about others)
 * @source catalogue S12 "disputes over ownership decided once and written back into the matrix"
 */
export async function writeBackRuling(
  work: Work,
  { commandId, matterId, reason }: WriteBack,
): Promise<
  Result<undefined, DutyRefusal | 'duty.nothing_ruled' | 'duty.written_back' | 'duty.not_your_ruling' | 'duty.no_kind'>
> {
  if (await hasDuty(work, commandId)) return done(undefined);
  const ruling = await findRuling(work, matterId);
  const request = ruling && (await findRequest(work, matterId));
  if (!ruling || !request) return refuse('duty.nothing_ruled');
  if (request.category === 'other') return refuse('duty.no_kind');
  if (!isOwnRuling(work, ruling.ruledByBodyId)) return refuse('duty.not_your_ruling');
  if (await findDutyOfRuling(work, matterId, ruling.seq)) return refuse('duty.written_back');
  const body = await findBody(work, ruling.ruledBodyId);
  if (!body) throw new Error(`no body ${ruling.ruledBodyId} behind a ruling`);
  const wish = {
    areaCode: areaOfRuling(ruling.areaCode, body.areaCode),
    fromOn: await getToday(work),
    limitWorkingDays: null,
    source: '裁定写回',
  };
  const decision = mayRecordDuty(work.actor, wish, wish.fromOn);
  if (!decision.ok) return decision;
  const line = { ...wish, id: commandId, category: request.category, bodyId: ruling.ruledBodyId, reason };
  await saveDuties(work, [{ ...line, ruling: { matterId, seq: ruling.seq } }]);
  return done(undefined);
}

const isOwnRuling = ({ actor }: Work, ruledByBodyId: string): boolean =>
  actor.kind === 'worker' && ((actor.isHead && actor.bodyId === ruledByBodyId) || actor.areaCode.length === 6);
