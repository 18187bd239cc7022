import { sayRefusal } from '../../../platform/i18n/words.ts';
import type { Work } from '../../../platform/work.ts';
import { committeeKinds, describeBodies, listBodies } from '../../bodies/index.ts';
import { findSaid, listStandings, type MatterStanding } from '../../matters/index.ts';
import { describeAreas, getMoment, getToday } from '../../territory/index.ts';
import type { OwnBooking, ReceptionDay } from '../contract/reception.ts';
import { hourOfSlot, mayBook, mayReceive } from '../rules/reception.ts';
import { findDay, loadBookings, loadDays, type Booking, type Day } from '../store/reception-store.ts';

const BACK_DAYS = 30;

/** Reception days to come, with the times that are free (可预约的接访日); nothing of who booked. */
export async function listOpenDays(work: Work): Promise<ReceptionDay[]> {
  const days = await loadDays(work, await getToday(work));
  return viewDays(
    work,
    days,
    await loadBookings(
      work,
      days.map(({ id }) => id),
    ),
  );
}

async function viewDays(work: Work, days: readonly Day[], bookings: readonly Booking[]): Promise<ReceptionDay[]> {
  const areas = await describeAreas(work, [...new Set(days.map(({ areaCode }) => areaCode))]);
  const now = await getMoment(work);
  return days.map((day) => {
    const { id, areaCode, leader, heldOn, place, begins, slotMinutes, slots } = day;
    const area = areas.find(({ code }) => code === areaCode);
    const taken = bookings.filter((one) => one.dayId === id && one.cancelledAt === null).map(({ slot }) => slot);
    return {
      id,
      area: { zh: area?.nameZh ?? '', en: area?.nameEn ?? '' },
      leader,
      heldOn,
      place,
      slots: Array.from({ length: slots }, (_, slot) => ({
        slot,
        at: hourOfSlot(begins, slotMinutes, slot),
        free: mayBook({ ...day, taken }, slot, now).ok,
      })),
    };
  });
}

/** The reception days of the asker's own area with their bookings, for whoever receives (接访日程). */
export async function listReceptions(work: Work) {
  const today = await getToday(work);
  const from = new Date(Date.parse(today) - BACK_DAYS * 86_400_000).toISOString().slice(0, 10);
  const own = work.actor.kind === 'worker' ? work.actor.areaCode.slice(0, 9) : '';
  const days = (await loadDays(work, from)).filter(({ areaCode }) => areaCode.startsWith(own));
  const bookings = await loadBookings(
    work,
    days.map(({ id }) => id),
  );
  const matters = await listStandings(
    work,
    bookings.flatMap(({ matterId }) => matterId ?? []),
  );
  const views = await viewDays(work, days, bookings);
  return {
    today,
    days: views.map((view, i) => {
      const day = days[i] as Day;
      const may = mayReceive(day.heldOn, today);
      return {
        ...view,
        mine: day.areaCode === own,
        notYet: may.ok ? null : sayRefusal(may),
        bookings: bookings
          .filter(({ dayId }) => dayId === day.id)
          .map(({ id, number, slot, topic, cancelledAt, matterId }) => {
            const matter = matterId === null ? undefined : matters.get(matterId);
            return {
              id,
              number,
              at: hourOfSlot(day.begins, day.slotMinutes, slot),
              topic,
              cancelled: cancelledAt !== null,
              matter: matter ? { id: matter.id, number: matter.number } : null,
            };
          }),
      };
    }),
    bodies: await listHandlers(work, own),
  };
}

async function listHandlers(work: Work, underArea: string) {
  const bodies = [
    ...(await listBodies(work, { kind: 'taskGroup', underArea })),
    ...(await listBodies(work, { kind: 'department' })),
    ...(await listBodies(work, { kind: 'districtCentre' })),
    ...(underArea.length === 9 ? await listBodies(work, { kinds: committeeKinds, underArea }) : []),
  ];
  return bodies.map(({ bodyId, nameZh, nameEn }) => ({ id: bodyId, name: { zh: nameZh, en: nameEn } }));
}

/** A booking as who has its number and code sees it (我的预约). */
export async function viewOwnBooking(work: Work, booking: Booking): Promise<OwnBooking | undefined> {
  const day = await findDay(work, booking.dayId);
  if (!day) return undefined;
  const matter =
    booking.matterId === null ? undefined : (await listStandings(work, [booking.matterId])).get(booking.matterId);
  return {
    number: booking.number,
    topic: booking.topic,
    leader: day.leader,
    heldOn: day.heldOn,
    at: hourOfSlot(day.begins, day.slotMinutes, booking.slot),
    place: day.place,
    isCancelled: booking.cancelledAt !== null,
    isOver: day.heldOn < (await getToday(work)),
    standing: matter ? await viewStanding(work, matter) : null,
  };
}

/** What a body answered, in the order in which it is read. */
const RESULT = ['reply', 'measure'];

async function viewStanding(work: Work, matter: MatterStanding): Promise<NonNullable<OwnBooking['standing']>> {
  const { id, number, plain, stage, holderBodyId, dueAt } = matter;
  const [body] = await describeBodies(work, [holderBodyId]);
  const { words } = stage === 'final' ? await findSaid(work, id) : { words: [] };
  return {
    number,
    plain,
    body: { zh: body?.nameZh ?? '', en: body?.nameEn ?? '' },
    answerBy: dueAt?.toISOString() ?? null,
    result: RESULT.flatMap((name) => words.findLast((one) => one.name === name)?.text ?? []),
  };
}
