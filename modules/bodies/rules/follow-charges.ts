import type { ChargeRung } from '../contract/chain.ts';

/** A charge that is open, as the rules of change see it; dates are ISO dates. */
export type OpenCharge = {
  readonly chargeId: string;
  readonly rung: ChargeRung;
  readonly areaCode: string;
  readonly place: string;
  readonly front: string;
  readonly postId: string;
  readonly fromOn: string;
};

export type ChargesFollowing = {
  /** Open charges that end with their area. */
  readonly ended: readonly string[];
  /** What begins where the area goes on; the id is made by the caller. */
  readonly begun: readonly Omit<OpenCharge, 'chargeId'>[];
};

const keyOf = ({ rung, areaCode, place, front }: Omit<OpenCharge, 'chargeId' | 'postId' | 'fromOn'>): string =>
  JSON.stringify([rung, areaCode, place, front]);

/**
 * Decides what becomes of charges (包联) when areas end: each goes on for the area that goes on. Where somebody is charged
 * there with the same already, that one stays and the other ends; of several that come together the earliest stays.
 *
 * @param charges open ones of the areas that end and of those that go on
 * @param heirs by the code of an area that ended, the one that goes on with what was in it
 * @param on ISO date, first day of the change
 * @param gone areas that end, also those that nothing goes on from
 * @source S07, S09; decision 0015
 */
export function followCharges(
  charges: readonly OpenCharge[],
  heirs: ReadonlyMap<string, string>,
  { on, gone = [] }: { readonly on: string; readonly gone?: readonly string[] },
): ChargesFollowing {
  const going = charges.filter(({ areaCode }) => heirs.has(areaCode));
  const lost = charges.filter(({ areaCode }) => !heirs.has(areaCode) && gone.includes(areaCode));
  const taken = new Set(charges.filter(({ areaCode }) => !heirs.has(areaCode)).map(keyOf));
  const begun: Omit<OpenCharge, 'chargeId'>[] = [];
  for (const { chargeId: _, ...charge } of going.toSorted((a, b) => (a.fromOn < b.fromOn ? -1 : 1))) {
    const next = { ...charge, areaCode: heirs.get(charge.areaCode)!, fromOn: charge.fromOn > on ? charge.fromOn : on };
    if (taken.has(keyOf(next))) continue;
    taken.add(keyOf(next));
    begun.push(next);
  }
  return { ended: [...going, ...lost].map(({ chargeId }) => chargeId), begun };
}
