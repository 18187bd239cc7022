import { v7 as uuidv7 } from 'uuid';
import type { PastStep, WorkingCalendar } from '../../modules/matters/index.ts';
import type { PastRequest } from '../../modules/requests/index.ts';
import { computeDemoRows } from './demo-district.ts';
import { acts, isChecked, isResidentsAct, startWay, type Act, type Way } from './month-acts.ts';
import { castDistrict, type Cast } from './month-cast.ts';
import { inventInstant, weighCommunities } from './month-days.ts';
import { listDesks, type Desk } from './month-desks.ts';
import { pickByOdds } from './month-odds.ts';
import { inventRequest, type DemoRequest, type Wishes } from './month-request.ts';
import { inventStory, type Beat } from './month-stories.ts';
import {
  lastClosing,
  nextClosingDay,
  officeMinutesBefore,
  officeMinutesLater,
  whenAwake,
  workingDayBefore,
} from './month-time.ts';
import { makeRandom, type Random } from './random.ts';

const requestsInMonth = 1930;
const handlingWorkingDays = 5;

type Event = { readonly act: Act; readonly at: Date };
type History = { readonly openedAt: Date; readonly request: DemoRequest; readonly events: readonly Event[] };
type Stage = { readonly calendar: WorkingCalendar; readonly random: Random; readonly cast: Cast; readonly until: Date };

export type Month = {
  /** Nothing happens after it. */
  readonly until: Date;
  /** How much of the month is wanted, 1 by default; the desks of the ready sign-ins are always filled. */
  readonly scale?: number;
};

/** Invents the demo district's month (演示月) of requests with all that happened to them, oldest first: the same instant gives the same month. */
export function inventMonth(calendar: WorkingCalendar, { until, scale = 1 }: Month): PastRequest[] {
  const random = makeRandom(Math.floor(until.getTime() / 1000));
  const stage = { calendar, random, cast: castDistrict(computeDemoRows()), until };
  return inventHistories(stage, Math.round(requestsInMonth * scale)).map((history, index) =>
    writeOut(stage, history, index),
  );
}

function inventHistories(stage: Stage, count: number): History[] {
  const { random, cast } = stage;
  const used = new Map(cast.communities.map(({ code }) => [code, new Set<string>()]));
  const usedIn = (code: string) => used.get(code) ?? new Set<string>();
  const desks = listDesks(cast).map((desk, at) => fillDesk(stage, desk, at, usedIn(desk.community.code)));
  const weights = weighCommunities(random, cast.communities);
  const ready = desks[0]?.request.community.taskGroup;
  const rest = Array.from({ length: count }, (): History => {
    const community = pickByOdds(random, weights);
    const openedAt = inventInstant(stage.calendar, random, stage.until);
    const { needs, beats } = inventStory(random, community.taskGroup === ready);
    const request = inventRequest(
      stage.calendar,
      random,
      { community, openedAt, used: usedIn(community.code) },
      { needs },
    );
    return { openedAt, request, events: playForward(stage, openedAt, beats) };
  });
  return [...desks, ...rest].sort((a, b) => a.openedAt.getTime() - b.openedAt.getTime());
}

function playForward({ calendar, random, until }: Stage, openedAt: Date, beats: readonly Beat[]): Event[] {
  const events: Event[] = [];
  let at = openedAt;
  for (const { act, after } of beats) {
    at = isResidentsAct(act)
      ? whenAwake(calendar, random, new Date(at.getTime() + after * 60_000))
      : officeMinutesLater(calendar, at, after);
    if (at > until) break;
    events.push({ act, at });
  }
  return events;
}

/** Tells a desk's history from its end backwards. */
function fillDesk(stage: Stage, desk: Desk, index: number, used: Set<string>): History {
  const { calendar, random } = stage;
  let at = lastActAt(stage, desk);
  const events: Event[] = [];
  for (const [act, after] of desk.beats.toReversed()) {
    events.unshift({ act, at });
    at = officeMinutesBefore(calendar, at, after + random.between(0, 15));
  }
  const { community, needs, categories } = desk;
  const channel = (['site', 'counter', 'doorstep', 'site', 'telephone'] as const)[index % 5];
  const wishes: Wishes = {
    needs,
    ...(categories ? { categories } : {}),
    ...(channel && desk.last !== 'justNow' ? { channel } : {}),
    ...(index % 2 === 0 && community.grids[0] ? { grid: community.grids[0] } : {}),
  };
  return { openedAt: at, request: inventRequest(calendar, random, { community, openedAt: at, used }, wishes), events };
}

function lastActAt({ calendar, random, until }: Stage, { last }: Desk): Date {
  if (last === 'justNow') {
    const since = Math.max(lastClosing(calendar, until).getTime(), until.getTime() - 10 * 3_600_000);
    return new Date(until.getTime() - random.between(60_000, Math.max(60_001, until.getTime() - since)));
  }
  if (last === 'dueToday') {
    const day = workingDayBefore(calendar, nextClosingDay(calendar, until), handlingWorkingDays);
    return calendar.instantOf(day, 10 * 60 + random.between(0, 90));
  }
  return officeMinutesBefore(calendar, until, last + random.between(0, 20));
}

/** The acts as steps; what has to be checked is checked by a second person before anything else happens. */
function playOut(way: Way, calendar: WorkingCalendar, events: readonly Event[], until: Date): PastStep[] {
  return events.flatMap(({ act, at }, index): PastStep[] => {
    way.at = at;
    const checked = act === 'solve' && isChecked(way);
    const step = { at, ...acts[act](way) };
    const next = events[index + 1]?.at;
    const office = officeMinutesLater(calendar, at, way.random.between(40, 300));
    const checkedAt = next && office >= next ? new Date((at.getTime() + next.getTime()) / 2) : office;
    return checked && checkedAt <= until ? [step, { at: checkedAt, ...acts.confirm(way) }] : [step];
  });
}

/** The request with its commands, as people would have sent them. */
function writeOut(
  { calendar, cast, random, until }: Stage,
  { openedAt, request, events }: History,
  index: number,
): PastRequest {
  const way = startWay(cast, random, request);
  const { channel, category, title, place, areaCode, contact, isTakenDown, what, community } = request;
  const { accountId, postId, bodyId } = contact;
  return {
    commandId: uuidv7({ msecs: openedAt.getTime(), seq: index, random: new Uint8Array(16) }),
    openedAt,
    title,
    areaCode,
    place,
    by: isTakenDown ? contact : { kind: 'reporter' },
    role: isTakenDown ? 'firstContact' : 'reporter',
    firstContact: { accountId, postId, bodyId },
    keeper: community.committee.ref,
    input: { what },
    steps: playOut(way, calendar, events, until),
    until,
    channel,
    category,
    wantsPublic: random.between(1, 10) > 1,
    mark: null,
  };
}
