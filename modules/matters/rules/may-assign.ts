import { done, refuse, type Result } from '../../../platform/result.ts';
import type { Procedure } from '../kit/define-procedure.ts';
import type { Assigned } from '../kit/events.ts';
import type { Matter } from '../kit/matter.ts';
import { asByLine, type Asker } from './asker.ts';

export type AssignRefusal =
  | 'assign.ended'
  | 'assign.not_yours'
  | 'assign.not_a_colleague'
  | 'assign.has_it'
  | 'assign.offered';

/**
 * Says whether somebody may give a matter to a colleague (单位内指派): it is open and lies with their body; they lead the
 * body, have it themselves, or nobody has it by name. Between bodies a matter is transferred, and has to be accepted.
 *
 * @returns done, or a refusal: `assign.ended`, `assign.not_yours`, `assign.offered` while another body is asked to take it
 * @source S112: a post that is absent never blocks a matter; S28 leaves handing on between bodies to a transfer
 */
export function mayAssign(
  procedure: Procedure,
  matter: Matter,
  by: Asker,
): Result<undefined, Exclude<AssignRefusal, 'assign.not_a_colleague' | 'assign.has_it'>> {
  if (procedure.states[matter.state]?.kind === 'final') return refuse('assign.ended');
  const { holder, offer } = matter;
  if (by.kind !== 'worker' || by.bodyId !== holder.bodyId) return refuse('assign.not_yours');
  if (!by.isHead && holder.accountId !== null && holder.accountId !== by.accountId) return refuse('assign.not_yours');
  if (offer && offer.to.bodyId !== holder.bodyId) return refuse('assign.offered');
  return done(undefined);
}

/** The last thing that happened to a matter, where that was that somebody gave it to a colleague. */
export type LastGiven = { readonly byAccountId: string; readonly wasAccountId: string | null };

type Order = {
  readonly by: Asker;
  readonly to: string;
  readonly colleagues: readonly string[];
  readonly lastGiven: LastGiven | null;
};

/**
 * Decides that a colleague has the matter from now on. Whoever gave it away takes it back to whom it came from, as long as
 * nothing else has happened since: what was offered as a way back holds for who is no head, too.
 *
 * @param order.colleagues who is in post in the body today
 * @returns the event, or a refusal of {@link mayAssign}, `assign.not_a_colleague`, `assign.has_it`
 */
export function decideAssign(
  procedure: Procedure,
  matter: Matter,
  order: Order,
  now: Date,
): Result<Assigned, AssignRefusal> {
  const may = mayAssign(procedure, matter, order.by);
  if (!may.ok && !(may.code === 'assign.not_yours' && takesBack(matter, order))) return may;
  if (!order.colleagues.includes(order.to)) return refuse('assign.not_a_colleague');
  if (matter.holder.accountId === order.to) return refuse('assign.has_it');
  return done({
    kind: 'assigned',
    seq: matter.seq + 1,
    at: now < matter.lastAt ? matter.lastAt : now,
    by: asByLine(holderRole(procedure), order.by),
    wasAccountId: matter.holder.accountId,
    toAccountId: order.to,
  });
}

const takesBack = ({ holder }: Matter, { by, to, lastGiven }: Order): boolean =>
  by.kind === 'worker' &&
  by.bodyId === holder.bodyId &&
  lastGiven?.byAccountId === by.accountId &&
  lastGiven.wasAccountId === to;

const holderRole = ({ roles }: Procedure): string =>
  Object.keys(roles).find((name) => roles[name]?.is === 'holder' && !roles[name]?.of) ??
  Object.keys(roles).find((name) => roles[name]?.is === 'holder') ??
  'holder';
