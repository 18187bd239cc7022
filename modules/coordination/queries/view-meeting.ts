import type { Work } from '../../../platform/work.ts';
import { sayRefusal } from '../../../platform/i18n/words.ts';
import { describeBodies, describePeople } from '../../bodies/index.ts';
import { mayUse } from '../../access/index.ts';
import { listStandings, type MatterStanding } from '../../matters/index.ts';
import { describeAreas } from '../../territory/index.ts';
import type { ItemView, MeetingView, SeatView } from '../contract/meeting.ts';
import { mayBringUp, mayConclude, mayGoUp, mayHoldIn, mayStrike, tierOf } from '../rules/meeting.ts';
import { countSeatsOpen, listSeatBodies } from '../store/seat-bodies.ts';
import {
  factsOf,
  findMeetingBefore,
  loadItems,
  loadSeats,
  type AgendaItem,
  type Meeting,
} from '../store/meeting-store.ts';

type Named = { readonly zh: string; readonly en: string };
type NameOf = (id: string) => Named;
/** How matters stand: as the reader may open them, and as the whole sub-district knows them. */
export type Standings = {
  readonly own: ReadonlyMap<string, MatterStanding>;
  readonly all: ReadonlyMap<string, MatterStanding>;
};

/** The matters that a meeting page speaks of: those on its agenda, and what was opened by it and by the one before. */
export async function listMattersOf(work: Work, meeting: Meeting): Promise<string[]> {
  const before = await findMeetingBefore(work, meeting);
  const items = [...(await loadItems(work, meeting.id)), ...(before ? await loadItems(work, before.id) : [])];
  return items.flatMap(({ matterId, openedId }) => [matterId ?? [], openedId ?? []].flat());
}

/**
 * One joint meeting as its page and its minutes show it (联席会). Titles only of matters that the reader may open; how a
 * decision stands is told to everybody at the meeting.
 *
 * @param all how its matters stand in the whole sub-district; the caller may read it because the meeting lies in their reach
 */
export async function viewMeeting(work: Work, meeting: Meeting, all: Standings['all']): Promise<MeetingView> {
  const items = await loadItems(work, meeting.id);
  const before = await findMeetingBefore(work, meeting);
  const earlier = before ? await loadItems(work, before.id) : [];
  const own = await listStandings(work, await listMattersOf(work, meeting));
  const nameOf = await namesFor(work, [...items, ...earlier]);
  const standings = { own, all };
  const view = (item: AgendaItem) => ({
    ...viewItem(item, standings, nameOf),
    mayStrike: offersStrike(work, meeting, item),
  });
  const holds = holdsIt(work, meeting);
  const conclusion = mayConclude(factsOf(meeting), items, await countSeatsOpen(work, meeting));
  return {
    ...(await viewRow(work, meeting, items)),
    concludedBy: await nameOfPerson(work, meeting.concludedBy),
    agenda: items.map(view),
    seats: await viewSeats(work, meeting),
    before: before
      ? { id: before.id, heldOn: before.heldOn, items: earlier.filter(({ openedId }) => openedId !== null).map(view) }
      : null,
    mayPropose:
      meeting.concludedAt === null &&
      work.actor.kind === 'worker' &&
      mayBringUp(work.actor.areaCode, meeting.areaCode).ok &&
      mayUse(work.actor, 'meetings.propose').ok,
    goesUp: mayGoUp(meeting).ok,
    mayHold: meeting.concludedAt === null && holds,
    notYet: conclusion.ok || meeting.concludedAt !== null ? null : sayRefusal(conclusion),
  };
}

const holdsIt = ({ actor }: Work, { areaCode }: Meeting): boolean =>
  actor.kind === 'worker' && mayHoldIn(actor.areaCode, areaCode).ok && mayUse(actor, 'meetings.hold').ok;

/** The rule that the action refuses by, asked as if a reason were given. */
function offersStrike(work: Work, meeting: Meeting, item: AgendaItem): boolean {
  const { actor } = work;
  if (actor.kind !== 'worker' || !mayUse(actor, 'meetings.propose').ok) return false;
  const asker = { holds: holdsIt(work, meeting), bodyId: actor.bodyId, reason: '理由写在表里' };
  return mayStrike(factsOf(meeting), item, asker).ok;
}

async function nameOfPerson(work: Work, accountId: string | null): Promise<Named | null> {
  const [person] = accountId === null ? [] : await describePeople(work, [accountId]);
  return person ? { zh: person.nameZh, en: person.nameEn } : null;
}

async function namesFor(work: Work, items: readonly AgendaItem[]): Promise<NameOf> {
  const ids = items.flatMap(({ addedByBodyId, toBodyId }) => [addedByBodyId, ...(toBodyId ? [toBodyId] : [])]);
  const named = await describeBodies(work, [...new Set(ids)]);
  const names = new Map(named.map(({ bodyId, nameZh, nameEn }) => [bodyId, { zh: nameZh, en: nameEn }]));
  return (id) => names.get(id) ?? { zh: '', en: '' };
}

function viewItem(item: AgendaItem, { own, all }: Standings, nameOf: NameOf): Omit<ItemView, 'mayStrike'> {
  const matter = item.matterId === null ? undefined : own.get(item.matterId);
  const opened = item.openedId === null ? undefined : all.get(item.openedId);
  return {
    id: item.id,
    topic: item.topic,
    cause: item.cause,
    reason: item.reason,
    matter: item.number === null ? null : { number: item.number, id: matter?.id ?? null, title: matter?.title ?? null },
    addedBy: nameOf(item.addedByBodyId),
    outcome: item.outcome,
    outcomeReason: item.outcomeReason,
    to: item.toBodyId === null ? null : nameOf(item.toBodyId),
    dueOn: item.dueOn,
    opened:
      item.openedId === null || item.openedNumber === null
        ? null
        : {
            number: item.openedNumber,
            id: own.has(item.openedId) ? item.openedId : null,
            standing: opened
              ? { state: opened.stateName, stage: opened.stage, outcome: opened.outcome, missed: opened.missed }
              : null,
          },
  };
}

async function viewSeats(work: Work, meeting: Meeting): Promise<SeatView[]> {
  const noted = new Map((await loadSeats(work, meeting.id)).map((seat) => [seat.bodyId, seat]));
  const bodies = await listSeatBodies(work, meeting.areaCode);
  return bodies.map(({ bodyId, nameZh, nameEn }) => ({
    bodyId,
    body: { zh: nameZh, en: nameEn },
    came: noted.get(bodyId)?.came ?? null,
    who: noted.get(bodyId)?.who ?? '',
  }));
}

/** A meeting as one line of the list, with how many items it decided how. */
export async function viewRow(work: Work, meeting: Meeting, items: readonly Pick<AgendaItem, 'outcome'>[]) {
  const [area] = await describeAreas(work, [meeting.areaCode]);
  const count = (outcome: AgendaItem['outcome']) => items.filter((item) => item.outcome === outcome).length;
  return {
    id: meeting.id,
    area: { zh: area?.nameZh ?? '', en: area?.nameEn ?? '' },
    tier: tierOf(meeting.areaCode),
    rhythm: meeting.rhythm,
    heldOn: meeting.heldOn,
    place: meeting.place,
    concludedAt: meeting.concludedAt?.toISOString() ?? null,
    items: items.length,
    here: count('here'),
    up: count('up'),
    struck: count('struck'),
  };
}
