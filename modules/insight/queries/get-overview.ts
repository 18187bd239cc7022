import { done, type Result } from '../../../platform/result.ts';
import type { Both } from '../../../platform/i18n/words.ts';
import type { Work } from '../../../platform/work.ts';
import { findClusters, getRepeatThreshold, REPEAT_DAYS } from '../../coordination/index.ts';
import { getToday, listAreas } from '../../territory/index.ts';
import type { OverviewView, PlaceView, WallView } from '../contract/views.ts';
import { addDays, mondayOf, sumFlow, sumJudged, sumWeeks, within } from '../rules/sum-days.ts';
import { sumAges, sumBy, sumStanding, sumStuck, type StandingGroup, type Stuck } from '../rules/sum-standing.ts';
import { namedAlike } from '../rules/tell-apart.ts';
import { countDays, countKinds } from './count-days.ts';
import { countStanding } from './count-standing.ts';
import { partDigits, readReach, type Reach, type ReachRefusal } from './read-reach.ts';
import { nameAreas, nameBodies, nameMatters, sayKind, sayState, sayStateOf } from './say-names.ts';

const WEEKS = 12;
/** Four weeks, so that each weekday counts as often as the others. */
export const LATELY_DAYS = 28;
const HOLDERS_SHOWN = 12;

/**
 * Gets what an office has to see of its area (运行态势): what is stuck, where, why and since when; what comes again; how residents
 * judged; in, ended and over a limit week by week. No figure is of a person.
 *
 * @param area code of an area within the reader's own; absent: all of it
 * @returns the page; or a refusal of {@link readReach}
 */
export async function getOverview(work: Work, area?: string): Promise<Result<OverviewView, ReachRefusal>> {
  const read = await readReach(work, area);
  if (!read.ok) return read;
  const reach = read.value;
  const today = await getToday(work);
  const from = addDays(today, 1 - LATELY_DAYS);
  const lately = { from, until: today, beforeFrom: addDays(from, -LATELY_DAYS) };
  const isBody = reach.bodyId !== null;
  const groups = await countStanding(work, reach);
  const weeksFrom = addDays(mondayOf(today), -7 * (WEEKS - 1));
  const days = await countDays(work, reach, { from: weeksFrom, until: today });
  return done({
    reach: reach.view,
    at: work.now.toISOString(),
    standing: sumStanding(groups),
    places: await viewPlaces(work, reach, groups),
    holders: await viewHolders(work, groups),
    reasons: viewReasons(groups),
    ages: sumAges(groups),
    weeks: sumWeeks(days, today, WEEKS, isBody),
    lately,
    judged: sumJudged(within(days, lately.from, today)),
    kinds: (await countKinds(work, reach, lately)).map((kind) => ({ ...kind, name: sayKind(kind.subject) })),
    ...(await viewRepeats(work, reach, today)),
  });
}

/**
 * Gets what hangs on the wall of a meeting room (大屏): what stands now, what happened today, where it is over a limit, how
 * residents judged. Live figures only.
 *
 * @returns the page; or a refusal of {@link readReach}
 */
export async function getWall(work: Work, area?: string): Promise<Result<WallView, ReachRefusal>> {
  const read = await readReach(work, area);
  if (!read.ok) return read;
  const reach = read.value;
  const today = await getToday(work);
  const lately = { from: addDays(today, 1 - LATELY_DAYS), until: today };
  const groups = await countStanding(work, reach);
  const days = await countDays(work, reach, lately);
  const { reopened: _, ...flow } = sumFlow(within(days, today, today), reach.bodyId !== null);
  return done({
    reach: reach.view,
    at: work.now.toISOString(),
    standing: sumStanding(groups),
    today: flow,
    judged: sumJudged(days),
    lately,
    places: await viewPlaces(work, reach, groups),
  });
}

/** Every part of the area in the order of its code, also those where nothing is open: parts are compared, never ranked. */
async function viewPlaces(work: Work, { view }: Reach, groups: readonly StandingGroup[]): Promise<PlaceView[]> {
  const digits = partDigits[view.tier];
  const byPart = sumBy(groups, ({ part }) => part);
  const parts = view.area === null ? [] : await listAreas(work, { under: view.area });
  const codes = [
    ...new Set([...parts.map(({ code }) => code).filter((code) => code.length === digits), ...byPart.keys()]),
  ];
  const names = await nameAreas(work, codes);
  return codes.toSorted().map((code) => ({
    code,
    name: names.get(code) ?? asIs(code),
    isOwn: code.length < digits,
    ...(byPart.get(code) ?? sumStuck([])),
  }));
}

async function viewHolders(work: Work, groups: readonly StandingGroup[]): Promise<OverviewView['holders']> {
  const most = [...sumBy(groups, ({ holderId }) => holderId)].toSorted(([, a], [, b]) => byStuck(a, b));
  const shown = most.slice(0, HOLDERS_SHOWN);
  const names = await nameBodies(
    work,
    shown.map(([id]) => id),
  );
  return shown.map(([id, stuck]) => ({ id, name: names.get(id) ?? asIs(id), ...stuck }));
}

function viewReasons(groups: readonly StandingGroup[]): OverviewView['reasons'] {
  const versions = new Map(groups.map((group) => [`${group.procedure} ${group.state}`, group]));
  const reasons = [...sumBy(groups, ({ procedure, state }) => `${procedure} ${state}`)]
    .toSorted(([, a], [, b]) => byStuck(a, b))
    .map(([key, stuck]) => {
      const { procedure, state, version } = versions.get(key) as StandingGroup;
      return { procedure, state, version, name: sayState({ procedure, state, version }), stuck };
    });
  const alike = namedAlike(reasons);
  return reasons.map((one) => {
    const { procedure, state, name, stuck } = one;
    return { procedure, state, name: alike.has(one) ? sayStateOf(one, name) : name, ...stuck };
  });
}

async function viewRepeats(work: Work, reach: Reach, today: string) {
  const among = reach.bodyId === null ? { area: reach.view.area ?? String(work.districtId) } : { bodyId: reach.bodyId };
  const found = await findClusters(work, 'place', among);
  const numbers = await nameMatters(
    work,
    found.flatMap(({ matters }) => matters.map(({ id }) => id)),
  );
  const areas = await nameAreas(
    work,
    found.map(({ communityCode }) => communityCode),
  );
  return {
    repeatDays: { from: addDays(today, 1 - REPEAT_DAYS), until: today },
    repeatsFrom: await getRepeatThreshold(work),
    repeatsWithin: REPEAT_DAYS,
    repeats: found.map(({ communityCode, subject, place, count, open, firstAt, matters }) => ({
      place: place ?? '',
      area: areas.get(communityCode) ?? null,
      kind: sayKind(subject),
      n: count,
      open,
      firstAt: firstAt.toISOString(),
      matters: matters.flatMap(({ id, openedAt }) => {
        const number = numbers.get(id);
        return number === undefined ? [] : [{ id, number, openedAt: new Date(openedAt).toISOString() }];
      }),
    })),
  };
}

/** What is over a limit most comes first, then what is open most. */
const byStuck = (a: Stuck, b: Stuck): number => b.overdue - a.overdue || b.open - a.open;
const asIs = (code: string): Both => ({ zh: code, en: code });
