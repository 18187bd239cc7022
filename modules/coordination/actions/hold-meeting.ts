import { done, refuse, type Result } from '../../../platform/result.ts';
import type { Actor, Work } from '../../../platform/work.ts';
import {
  findMatterIdByNumber,
  listStandings,
  readInput,
  readMatterNumber,
  type Fields,
  type FieldsRefused,
} from '../../matters/index.ts';
import { maskText } from '../../requests/index.ts';
import { mayUse } from '../../access/index.ts';
import { getToday } from '../../territory/index.ts';
import type { Attendance, ItemCause, Rhythm } from '../contract/meeting-lists.ts';
import { countSeatsOpen, listSeatBodies } from '../store/seat-bodies.ts';
import {
  faultsInItem,
  faultsInMeeting,
  mayBringUp,
  mayChange,
  mayConclude,
  mayConvene,
  mayHoldIn,
  mayStrike,
} from '../rules/meeting.ts';
import {
  concludeMeetingRow,
  findMeeting,
  findOpenMeeting,
  insertItem,
  insertMeeting,
  loadItems,
  loadMeetingForChange,
  lockMeeting,
  saveOutcome,
  saveSeats,
  factsOf,
  type AgendaItem,
  type Meeting,
} from '../store/meeting-store.ts';

export type Worker = Extract<Actor, { kind: 'worker' }>;
type Answer<T> = Result<T> | FieldsRefused;

export const wrong = (name: string, code: string): FieldsRefused => ({
  ok: false,
  code: 'input.fields',
  fields: { [name]: { code } },
});

/** Nobody that may be chosen: said together with whatever else is wrong in what was filled in. */
export function wrongBody(asks: Fields, input: Readonly<Record<string, unknown>>): FieldsRefused {
  const read = readInput(asks, input);
  const fields = { ...(read.ok ? {} : read.faults), body: { code: 'field.not_an_option' } };
  return { ok: false, code: 'input.fields', fields };
}

/** The worker who asks; the door let nobody else in. */
export function workerOf({ actor }: Work): Worker {
  if (actor.kind !== 'worker') throw new Error('a meeting is held by people in a post');
  return actor;
}

export type Convene = {
  readonly commandId: string;
  readonly rhythm: Rhythm;
  readonly heldOn: string;
  readonly place: string;
};

/**
 * Convenes the next joint meeting of the asker's sub-district (召开联席会), or the next dispatch meeting of the district (召开调度会), in
 * the caller's transaction. The same command again changes nothing.
 *
 * @returns its id; or a refusal: `input.fields`, `meeting.other_subdistrict` (who convenes works in a sub-district or
 *   in the district's centre),
 *   `meeting.one_goes_on` (the last one is not concluded)
 * @source catalogue S29, S11
 */
export async function conveneMeeting(work: Work, order: Convene): Promise<Answer<{ id: string }>> {
  const by = workerOf(work);
  if (await findMeeting(work, order.commandId)) return done({ id: order.commandId });
  const { areaCode } = by;
  const may = mayConvene(areaCode);
  if (!may.ok) return may;
  const place = order.place.trim();
  const fields = faultsInMeeting(order, await getToday(work));
  if (Object.keys(fields).length > 0) return { ok: false, code: 'input.fields', fields };
  const { commandId: id, rhythm, heldOn } = order;
  await lockMeeting(work, areaCode);
  if (await findOpenMeeting(work, areaCode)) return refuse('meeting.one_goes_on');
  await insertMeeting(work, { id, areaCode, rhythm, heldOn, place }, by);
  return done({ id });
}

export type PutOn = {
  readonly commandId: string;
  readonly meetingId: string;
  readonly matter: string;
  readonly topic: string;
  readonly cause: ItemCause;
  readonly reason: string;
};

/**
 * Puts something on the agenda (列入议程): a matter by its number, or a topic in words; in the caller's transaction. The same
 * command again changes nothing.
 *
 * @returns its id; or a refusal: `meeting.not_found`, `meeting.not_a_member`, `meeting.concluded`, `meeting.on_it_already`; `input.fields` with what
 *   {@link faultsInItem} says, and at `matter` `link.no_such_matter` (none of this number that the asker may open) or
 *   `meeting.elsewhere` (it lies in another sub-district)
 */
export async function putOnAgenda(work: Work, order: PutOn): Promise<Answer<{ id: string }>> {
  const by = workerOf(work);
  const meeting = await loadMeetingForChange(work, order.meetingId);
  if (!meeting) return refuse('meeting.not_found');
  const items = await loadItems(work, meeting.id);
  if (items.some(({ id }) => id === order.commandId)) return done({ id: order.commandId });
  const belongs = mayBringUp(by.areaCode, meeting.areaCode);
  if (!belongs.ok) return belongs;
  const may = mayChange(factsOf(meeting));
  if (!may.ok) return may;
  const about = await findAbout(work, order.matter);
  const isIn = (code: string) => code.startsWith(meeting.areaCode);
  const elsewhere = about === undefined ? 'link.no_such_matter' : about && !isIn(about.areaCode) && 'meeting.elsewhere';
  const fields = {
    ...(elsewhere ? { matter: { code: elsewhere } } : {}),
    ...faultsInItem({ topic: order.topic, reason: order.reason, title: about?.title ?? null }),
  };
  if (about === undefined || Object.keys(fields).length > 0) return { ok: false, code: 'input.fields', fields };
  // Everybody at the meeting reads it, whoever's matter it is about.
  const topic = maskText(order.topic.trim() || (about?.title ?? ''));
  const areaCode = about?.areaCode ?? (isIn(by.areaCode) ? by.areaCode : meeting.areaCode);
  const item = {
    id: order.commandId,
    meetingId: meeting.id,
    matterId: about?.matterId ?? null,
    number: about?.number ?? null,
    areaCode: areaCode.slice(0, 12),
    topic,
    cause: order.cause,
    reason: order.reason.trim(),
  };
  return (await insertItem(work, item, by)) ? done({ id: order.commandId }) : refuse('meeting.on_it_already');
}

/** Null: about no matter; undefined: about one that is not in the asker's scope. */
async function findAbout(work: Work, text: string) {
  if (text.trim() === '') return null;
  const number = readMatterNumber(text);
  const matterId = number && (await findMatterIdByNumber(work, number));
  const found = matterId ? (await listStandings(work, [matterId])).get(matterId) : undefined;
  return found && { matterId: found.id, number: found.number, areaCode: found.areaCode, title: found.title };
}

/** The same refusal said at the field that it is about, where there is one. */
export function atField(no: { ok: false; code: string }, fields: Readonly<Record<string, string>>): Answer<never> {
  const field = fields[no.code];
  return field ? wrong(field, no.code) : refuse(no.code);
}

/** One item of a meeting to be decided, with the meeting locked. */
export async function loadItemForChange(
  work: Work,
  at: { readonly meetingId: string; readonly itemId: string },
): Promise<{ readonly meeting: Meeting; readonly item: AgendaItem } | undefined> {
  const meeting = await loadMeetingForChange(work, at.meetingId);
  const item = meeting && (await loadItems(work, meeting.id)).find(({ id }) => id === at.itemId);
  return meeting && item ? { meeting, item } : undefined;
}

export type Strike = {
  readonly commandId: string;
  readonly meetingId: string;
  readonly itemId: string;
  readonly reason: string;
};

/**
 * Strikes an item off the agenda (划去), in the caller's transaction; it stays readable with the reason.
 *
 * @returns done, also for the same command again; or `meeting.not_found`, or a refusal of {@link mayStrike}
 */
export async function strikeItem(work: Work, order: Strike): Promise<Answer<undefined>> {
  const by = workerOf(work);
  const loaded = await loadItemForChange(work, order);
  if (!loaded) return refuse('meeting.not_found');
  const { meeting, item } = loaded;
  if (item.outcomeCommand === order.commandId) return done(undefined);
  const holds = mayHoldIn(by.areaCode, meeting.areaCode).ok && mayUse(by, 'meetings.hold').ok;
  const may = mayStrike(factsOf(meeting), item, { holds, bodyId: by.bodyId, reason: order.reason });
  if (!may.ok) return atField(may, { 'meeting.reason_missing': 'reason' });
  if ([...order.reason].length > 500) return wrong('reason', 'meeting.too_long');
  await saveOutcome(work, item.id, { outcome: 'struck', command: order.commandId, reason: order.reason.trim() });
  return done(undefined);
}

/**
 * Notes who came (到会情况), in the caller's transaction: by whoever holds the meeting, in words, never a signature or photo.
 *
 * @returns done, or `meeting.not_found`, `meeting.other_subdistrict`, `meeting.concluded`, `meeting.no_such_seat`
 */
export async function noteAttendance(
  work: Work,
  order: {
    readonly meetingId: string;
    readonly seats: readonly { readonly bodyId: string; readonly came: Attendance; readonly who: string }[];
  },
): Promise<Answer<undefined>> {
  const by = workerOf(work);
  const meeting = await loadMeetingForChange(work, order.meetingId);
  if (!meeting) return refuse('meeting.not_found');
  const holds = mayHoldIn(by.areaCode, meeting.areaCode);
  if (!holds.ok) return holds;
  const may = mayChange(factsOf(meeting));
  if (!may.ok) return may;
  const bodies = new Set((await listSeatBodies(work, meeting.areaCode)).map(({ bodyId }) => bodyId));
  const seats = order.seats.map(({ bodyId, came, who }) => ({ bodyId, came, who: who.trim().slice(0, 100) }));
  if (seats.some(({ bodyId }) => !bodies.has(bodyId))) return refuse('meeting.no_such_seat');
  if (seats.length > 0) await saveSeats(work, meeting.id, by.accountId, seats);
  return done(undefined);
}

/**
 * Concludes a meeting (散会), in the caller's transaction: from then on its minutes stand.
 *
 * @returns done, also when it was concluded before; or `meeting.not_found`, `meeting.other_subdistrict`, or a refusal of
 *   {@link mayConclude}
 */
export async function concludeMeeting(work: Work, meetingId: string): Promise<Answer<undefined>> {
  const by = workerOf(work);
  const meeting = await loadMeetingForChange(work, meetingId);
  if (!meeting) return refuse('meeting.not_found');
  const holds = mayHoldIn(by.areaCode, meeting.areaCode);
  if (!holds.ok) return holds;
  if (meeting.concludedAt) return done(undefined);
  const may = mayConclude(factsOf(meeting), await loadItems(work, meetingId), await countSeatsOpen(work, meeting));
  if (!may.ok) return may;
  await concludeMeetingRow(work, meetingId, by.accountId);
  return done(undefined);
}
