import { timingSafeEqual } from 'node:crypto';
import { deriveCode, normalizeCode } from '../../../platform/crypto/code.ts';
import type { DistrictKeys } from '../../../platform/crypto/keys.ts';
import { done, refuse, type Result } from '../../../platform/result.ts';
import type { Work } from '../../../platform/work.ts';
import { findBody } from '../../bodies/index.ts';
import {
  findHeldProcedure,
  listStandings,
  mayBeAddressed,
  openByWorker,
  type FieldsRefused,
} from '../../matters/index.ts';
import { keepPace, type Sender } from '../../requests/index.ts';
import { getMoment, getToday } from '../../territory/index.ts';
import { receptionVisit } from '../procedures/reception-visit.ts';
import { faultsInDay, isTopic, mayBook, mayReceive, type DayWish } from '../rules/reception.ts';
import {
  cancelBookingRow,
  findBooking,
  findDay,
  insertBooking,
  insertDay,
  loadBookings,
  lockDay,
  saveVisit,
  type Booking,
} from '../store/reception-store.ts';
import { workerOf, wrongBody } from './hold-meeting.ts';

const CODE_LENGTH = 8;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const codeOf = (keys: DistrictKeys, bookingId: string): string =>
  deriveCode(keys.code, `booking ${bookingId}`, CODE_LENGTH);

/** The number of a booking: said over the telephone, guessed by nobody, and no secret. */
const numberOf = (keys: DistrictKeys, bookingId: string): string =>
  `JF-${deriveCode(keys.index, `booking number ${bookingId}`, 8)}`;

/**
 * Announces a day on which a leader receives (预告接访日), for the asker's own area, in the caller's transaction. The same command
 * again changes nothing.
 *
 * @returns done, or `input.fields` with what {@link faultsInDay} says
 * @source catalogue S37
 */
export async function announceDay(
  work: Work,
  { commandId, ...wish }: DayWish & { readonly commandId: string },
): Promise<Result<undefined> | FieldsRefused> {
  const { accountId, areaCode } = workerOf(work);
  const fields = faultsInDay(wish, await getToday(work));
  if (Object.keys(fields).length > 0) return { ok: false, code: 'input.fields', fields };
  const day = {
    ...wish,
    leader: wish.leader.trim(),
    place: wish.place.trim(),
    areaCode: areaCode.slice(0, 9),
    id: commandId,
  };
  await insertDay(work, day, accountId);
  return done(undefined);
}

export type Book = {
  readonly commandId: string;
  readonly dayId: string;
  readonly slot: number;
  readonly topic: string;
};
export type Booked = { readonly number: string; readonly code: string };

/**
 * Books a slot of a reception day (预约接访) without an account, in the caller's transaction. The same command again gives the
 * same number and code.
 *
 * @returns number and code; or a refusal: `input.fields` (`topic`, or `slot` with what {@link mayBook} says),
 *   `pace.locked`
 */
export async function bookSlot(
  work: Work,
  order: Book,
  sender: Sender,
  keys: DistrictKeys,
): Promise<Result<Booked> | FieldsRefused> {
  const booked = { number: numberOf(keys, order.commandId), code: codeOf(keys, order.commandId) };
  const day = UUID.test(order.dayId) ? await findDay(work, order.dayId) : undefined;
  const topicFault = isTopic(order.topic) ? {} : { topic: { code: 'reception.topic' } };
  if (!day)
    return { ok: false, code: 'input.fields', fields: { slot: { code: 'reception.no_such_slot' }, ...topicFault } };
  await lockDay(work, day.id);
  if (await findBooking(work, { id: order.commandId })) return done(booked);
  const taken = (await loadBookings(work, [day.id])).filter(({ cancelledAt }) => cancelledAt === null);
  const may = mayBook({ ...day, taken: taken.map(({ slot }) => slot) }, order.slot, await getMoment(work));
  const fields = { ...(may.ok ? {} : { slot: { code: may.code } }), ...topicFault };
  if (Object.keys(fields).length > 0) return { ok: false, code: 'input.fields', fields };
  const pace = await keepPace(work, sender, keys);
  if (!pace.ok) return pace;
  const { commandId: id, dayId, slot, topic } = order;
  await insertBooking(work, { id, dayId, slot, topic: topic.trim(), number: booked.number });
  return done(booked);
}

/** Opens a booking to someone who has its number and code; undefined when either is wrong. */
export async function findOwnBooking(
  work: Work,
  shown: { readonly number: string; readonly code: string },
  keys: DistrictKeys,
): Promise<Booking | undefined> {
  const booking = await findBooking(work, { number: shown.number.normalize('NFKC').trim().toUpperCase() });
  if (!booking) return undefined;
  const [right, typed] = [Buffer.from(codeOf(keys, booking.id)), Buffer.from(normalizeCode(shown.code))];
  return right.length === typed.length && timingSafeEqual(right, typed) ? booking : undefined;
}

/**
 * Cancels one's own booking (取消预约), so that somebody else can come.
 *
 * @returns done, also when it was cancelled before; or `reception.wrong_code`, `reception.over` (the day is past, or one came)
 */
export async function cancelBooking(
  work: Work,
  shown: { readonly number: string; readonly code: string },
  keys: DistrictKeys,
): Promise<Result<undefined>> {
  const booking = await findOwnBooking(work, shown, keys);
  const day = booking && (await findDay(work, booking.dayId));
  if (!booking || !day) return refuse('reception.wrong_code');
  if (booking.cancelledAt) return done(undefined);
  if (booking.matterId !== null || day.heldOn < (await getToday(work))) return refuse('reception.over');
  await cancelBookingRow(work, booking.id);
  return done(undefined);
}

export type Visit = {
  readonly commandId: string;
  readonly bookingId: string;
  readonly said: string;
  readonly bodyId: string | null;
};

/**
 * Turns a visit into a matter (接访转办): what was brought up and what the leader said, for a body with a limit; in the caller's
 * transaction. The same command again changes nothing.
 *
 * @returns the matter; or a refusal: `reception.not_found`, `reception.cancelled`, `reception.not_yet`, `reception.came_already`,
 *   `input.fields`
 */
export async function receiveVisit(
  work: Work,
  order: Visit,
): Promise<Result<{ id: string; number: string }> | FieldsRefused> {
  const by = workerOf(work);
  const booking = await findBooking(work, { id: order.bookingId });
  const day = booking && (await findDay(work, booking.dayId));
  if (!booking || !day) return refuse('reception.not_found');
  if (booking.cancelledAt) return refuse('reception.cancelled');
  const may = mayReceive(day.heldOn, await getToday(work));
  if (!may.ok) return may;
  const procedure = await findHeldProcedure(work, receptionVisit.id);
  if (!procedure) return refuse('procedure.not_found');
  const keeper = order.bodyId === null ? undefined : await findBody(work, order.bodyId);
  const field = procedure.opening.asks['body'];
  const input = { what: booking.topic, leader: day.leader, said: order.said, body: order.bodyId ?? '' };
  if (!keeper || !field || !mayBeAddressed(keeper, field, by.areaCode)) return wrongBody(procedure.opening.asks, input);
  const opened = await openByWorker(work, procedure, {
    by,
    commandId: order.commandId,
    areaCode: day.areaCode,
    place: '',
    title: booking.topic,
    keeper,
    input,
  });
  if (!opened.ok) return opened;
  const { matterId, repeated } = opened.value;
  if (!repeated && booking.matterId !== null) return refuse('reception.came_already');
  if (!repeated) await saveVisit(work, booking.id, matterId);
  return done({ id: matterId, number: (await listStandings(work, [matterId])).get(matterId)?.number ?? '' });
}
