import { done, refuse, type Result } from '../../../platform/result.ts';
import type { ItemOutcome, MeetingTier } from '../contract/meeting-lists.ts';

export type MeetingFacts = { readonly areaCode: string; readonly isConcluded: boolean };
export type ItemFacts = { readonly outcome: ItemOutcome | null; readonly addedByBodyId: string };

export type MeetingRefusal =
  | 'meeting.concluded'
  | 'meeting.reason_missing'
  | 'meeting.topic_missing'
  | 'meeting.too_long'
  | 'meeting.day_missing'
  | 'meeting.day_past'
  | 'meeting.decided'
  | 'meeting.not_yours_to_strike'
  | 'meeting.other_subdistrict'
  | 'meeting.not_a_member'
  | 'meeting.nothing_above';

const REASON_MIN = 4;
const REASON_MAX = 500;
const PLACE_MAX = 100;
const TOPIC_MIN = 4;
const TOPIC_MAX = 200;
const lengthOf = (text: string): number => [...text.trim()].length;

/** A meeting that was concluded stays as it is (会议已结束): what comes later belongs on the next agenda. */
export const mayChange = ({ isConcluded }: MeetingFacts): Result<undefined, 'meeting.concluded'> =>
  isConcluded ? refuse('meeting.concluded') : done(undefined);

/** What is wrong in a meeting to be convened (召集), by field, everything at once; `today` an ISO date. */
export function faultsInMeeting(
  { heldOn, place }: { readonly heldOn: string; readonly place: string },
  today: string,
): Readonly<Record<string, { readonly code: MeetingRefusal | 'field.required' }>> {
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(heldOn) && !Number.isNaN(Date.parse(heldOn));
  const dayFault = !isDay ? 'meeting.day_missing' : heldOn < today ? 'meeting.day_past' : undefined;
  const placeFault = faultIn(place, 1, PLACE_MAX, 'field.required');
  return {
    ...(dayFault ? { heldOn: { code: dayFault } } : {}),
    ...(placeFault ? { place: { code: placeFault } } : {}),
  };
}

/**
 * What is wrong in what is to be put on the agenda (列入议程), by field; everything at once, empty when nothing is.
 *
 * @param wish what was typed; `title`: of the matter that it is about, which says the topic in as few words as it has
 * @returns by field: `meeting.topic_missing` (a topic of at least four characters, unless a matter says it),
 *   `meeting.reason_missing`, `meeting.too_long`
 */
export function faultsInItem(wish: {
  readonly topic: string;
  readonly reason: string;
  readonly title: string | null;
}): Readonly<Record<string, { readonly code: MeetingRefusal }>> {
  const topic = wish.topic.trim();
  const isSaidByMatter = wish.title !== null && (topic === '' || topic === wish.title);
  const topicFault = isSaidByMatter ? undefined : faultIn(topic, TOPIC_MIN, TOPIC_MAX, 'meeting.topic_missing');
  const reasonFault = faultIn(wish.reason, REASON_MIN, REASON_MAX, 'meeting.reason_missing');
  return {
    ...(topicFault ? { topic: { code: topicFault } } : {}),
    ...(reasonFault ? { reason: { code: reasonFault } } : {}),
  };
}

const faultIn = <Missing extends string>(text: string, min: number, max: number, missing: Missing) =>
  lengthOf(text) < min ? missing : lengthOf(text) > max ? ('meeting.too_long' as const) : undefined;

/**
 * Says whether an item may get its outcome now (分流): once, and while the meeting goes on.
 *
 * @returns done, or `meeting.concluded`, `meeting.decided`
 */
export function mayDecide(meeting: MeetingFacts, item: ItemFacts): Result<undefined, MeetingRefusal> {
  const may = mayChange(meeting);
  if (!may.ok) return may;
  return item.outcome === null ? done(undefined) : refuse('meeting.decided');
}

/**
 * Says whether an item may be struck (划去): by whoever holds the meeting, or the body that put it on; always with a reason.
 *
 * @returns done, or a refusal of {@link mayDecide}, `meeting.not_yours_to_strike`, `meeting.reason_missing`
 */
export function mayStrike(
  meeting: MeetingFacts,
  item: ItemFacts,
  asker: { readonly holds: boolean; readonly bodyId: string; readonly reason: string },
): Result<undefined, MeetingRefusal> {
  const may = mayDecide(meeting, item);
  if (!may.ok) return may;
  if (!asker.holds && asker.bodyId !== item.addedByBodyId) return refuse('meeting.not_yours_to_strike');
  return lengthOf(asker.reason) < REASON_MIN ? refuse('meeting.reason_missing') : done(undefined);
}

/**
 * Says whether a meeting may be concluded (散会): every item has its outcome, and for every body it is noted whether it came.
 * A meeting without any item may be concluded: that nothing was due is a result too.
 *
 * @returns done, or `meeting.concluded`, `meeting.items_open` and `meeting.attendance_open` with how many
 */
export function mayConclude(
  meeting: MeetingFacts,
  items: readonly Pick<ItemFacts, 'outcome'>[],
  seatsOpen: number,
): Result<undefined, 'meeting.concluded' | 'meeting.items_open' | 'meeting.attendance_open'> {
  const may = mayChange(meeting);
  if (!may.ok) return may;
  const open = items.filter(({ outcome }) => outcome === null).length;
  if (open > 0) return refuse('meeting.items_open', { count: open });
  return seatsOpen > 0 ? refuse('meeting.attendance_open', { count: seatsOpen }) : done(undefined);
}

/** At which tier an area meets (哪一级的会): the code of the district has six digits. */
export const tierOf = (areaCode: string): MeetingTier => (areaCode.length === 6 ? 'district' : 'subdistrict');

/**
 * Says whether somebody convenes meetings (召集人): who works in a sub-district itself, or in the district's centre. A community
 * convenes none.
 *
 * @returns done, or `meeting.other_subdistrict`
 */
export const mayConvene = (ownArea: string): Result<undefined, 'meeting.other_subdistrict'> =>
  ownArea.length === 6 || ownArea.length === 9 ? done(undefined) : refuse('meeting.other_subdistrict');

/**
 * Says whether somebody belongs to a meeting (参会单位) and may bring something up there: at a joint meeting whoever works in the
 * sub-district, at the dispatch meeting the bodies of the district and its sub-districts, but no community.
 *
 * @returns done, or `meeting.not_a_member`
 */
export const mayBringUp = (ownArea: string, areaCode: string): Result<undefined, 'meeting.not_a_member'> =>
  ownArea.startsWith(areaCode) && (tierOf(areaCode) === 'subdistrict' || ownArea.length <= 9)
    ? done(undefined)
    : refuse('meeting.not_a_member');

/**
 * Says whether something may go up from a meeting (上报): from a sub-district, not from the district.
 *
 * @returns done, or `meeting.nothing_above`
 */
export const mayGoUp = ({ areaCode }: Pick<MeetingFacts, 'areaCode'>): Result<undefined, 'meeting.nothing_above'> =>
  tierOf(areaCode) === 'district' ? refuse('meeting.nothing_above') : done(undefined);

/**
 * Says whether somebody holds the meetings of an area (主持): who works in that area itself; that the post may, the policy says.
 *
 * @returns done, or `meeting.other_subdistrict`
 */
export const mayHoldIn = (ownArea: string, areaCode: string): Result<undefined, 'meeting.other_subdistrict'> =>
  ownArea === areaCode ? done(undefined) : refuse('meeting.other_subdistrict');
