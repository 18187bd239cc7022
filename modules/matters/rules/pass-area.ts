import type { AreaPassed } from '../kit/events.ts';
import type { BodyRef, Matter } from '../kit/matter.ts';

/** Where a matter goes when its area merged or was split. */
export type PassFacts = {
  readonly change: AreaPassed['change'];
  readonly to: string;
  /** By the id of a body, the one that goes on with its work; absent for bodies that stay. */
  readonly successors: ReadonlyMap<string, BodyRef>;
  /** By the id of a body, who is in post there today. */
  readonly people: ReadonlyMap<string, readonly string[]>;
};

/**
 * Decides how a matter goes on when its area merged or was split (区划变更后事项承接): state, clocks and first contact stay as
 * they are; a body that was succeeded hands what it holds, was offered or is owed back to its successor; whoever had the
 * matter keeps it where they work in the successor, else its head has it.
 *
 * @source S09; design, rule 2 "this duty may not [be transferred]"; decision 0015
 */
export function passArea(matter: Matter, { change, to, successors, people }: PassFacts, now: Date): AreaPassed {
  const { holder, offer, cameFrom, hops } = matter;
  const follow = (bodyId: string) => successors.get(bodyId)?.bodyId ?? bodyId;
  const heir = successors.get(holder.bodyId);
  const stays = heir && holder.accountId && people.get(heir.bodyId)?.includes(holder.accountId);
  const nextHolder = heir
    ? { bodyId: heir.bodyId, kind: heir.kind, accountId: stays ? holder.accountId : heir.headAccountId }
    : holder;
  const nextOffer = offer && {
    to: successors.get(offer.to.bodyId) ?? offer.to,
    fromBodyId: follow(offer.fromBodyId),
  };
  return {
    kind: 'areaPassed',
    seq: matter.seq + 1,
    at: now < matter.lastAt ? matter.lastAt : now,
    change,
    fromArea: matter.areaCode,
    toArea: to,
    held: { holder: nextHolder, offer: nextOffer, cameFrom: cameFrom.map(follow), hops },
  };
}
