import { done, refuse, type Result } from '../../../platform/result.ts';

export type DayWish = {
  readonly leader: string;
  readonly heldOn: string;
  readonly begins: string;
  readonly slotMinutes: number;
  readonly slots: number;
  readonly place: string;
};

/** The hour at which a slot of a reception day begins (预约时段), `HH:MM`. */
export function hourOfSlot(begins: string, slotMinutes: number, slot: number): string {
  const [hour = 0, minute = 0] = begins.split(':').map(Number);
  const minutes = hour * 60 + minute + slot * slotMinutes;
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

/** What is wrong in an announced day (接访日), by field; empty when nothing is. */
export function faultsInDay(wish: DayWish, today: string): Readonly<Record<string, { code: string }>> {
  const faults: Record<string, { code: string }> = {};
  const lengthOf = (text: string) => [...text.trim()].length;
  const isWhole = (n: number, least: number, most: number) => Number.isInteger(n) && n >= least && n <= most;
  if (lengthOf(wish.leader) < 2 || lengthOf(wish.leader) > 60) faults['leader'] = { code: 'reception.leader' };
  if (lengthOf(wish.place) < 2 || lengthOf(wish.place) > 100) faults['place'] = { code: 'reception.place' };
  if (wish.heldOn < today) faults['heldOn'] = { code: 'reception.past' };
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(wish.begins)) faults['begins'] = { code: 'reception.hour' };
  if (!isWhole(wish.slotMinutes, 5, 60)) faults['slotMinutes'] = { code: 'reception.minutes' };
  if (!isWhole(wish.slots, 1, 40)) faults['slots'] = { code: 'reception.slots' };
  else if (!('begins' in faults) && hourOfSlot(wish.begins, wish.slotMinutes, wish.slots) > '24:00')
    faults['slots'] = { code: 'reception.slots' };
  return faults;
}

export type SlotFacts = Pick<DayWish, 'heldOn' | 'begins' | 'slotMinutes' | 'slots'> & {
  readonly taken: readonly number[];
};

/**
 * Says whether a slot may be booked (预约): a day to come, a slot that the day has, that has not begun, and that nobody else has.
 *
 * @param now on the clock of the district, `YYYY-MM-DD HH:MM`
 * @returns done, or `reception.over`, `reception.no_such_slot`, `reception.slot_past`, `reception.taken`
 */
export function mayBook(
  { heldOn, begins, slotMinutes, slots, taken }: SlotFacts,
  slot: number,
  now: string,
): Result<undefined, 'reception.over' | 'reception.no_such_slot' | 'reception.slot_past' | 'reception.taken'> {
  if (heldOn < now.slice(0, 10)) return refuse('reception.over');
  if (!Number.isInteger(slot) || slot < 0 || slot >= slots) return refuse('reception.no_such_slot');
  if (`${heldOn} ${hourOfSlot(begins, slotMinutes, slot)}` <= now) return refuse('reception.slot_past');
  return taken.includes(slot) ? refuse('reception.taken') : done(undefined);
}

/** Says whether somebody came (来访): not before the day, `YYYY-MM-DD`; done, or `reception.not_yet`. */
export const mayReceive = (heldOn: string, today: string): Result<undefined, 'reception.not_yet'> =>
  heldOn > today ? refuse('reception.not_yet') : done(undefined);

/** Whether what somebody wants to talk about is said in enough and not too many words. */
export const isTopic = (topic: string): boolean => {
  const length = [...topic.trim()].length;
  return length >= 5 && length <= 500;
};
