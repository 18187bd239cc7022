import type { Work } from '../../../platform/work.ts';
import { getToday } from '../../territory/index.ts';
import type { ReportContent } from '../contract/report.ts';
import type { ReportDays } from '../rules/report-days.ts';
import { addDays, sumFlow, sumJudged, sumOpen, within, type DaySum } from '../rules/sum-days.ts';
import { countDays, countDaysByPart, countKinds, countOpenAt } from './count-days.ts';
import { countAreaProfile } from './get-area-profile.ts';
import { listToWatch } from './list-to-watch.ts';
import type { Reach } from './read-reach.ts';
import { nameAreas, nameBodies, sayKind } from './say-names.ts';

/** Counts everything that a report shows (报告数字), from the sums of its days: made again, it counts the same. The office signs it. */
export async function countReport(
  work: Work,
  reach: Reach,
  days: ReportDays,
  officeId: string,
): Promise<ReportContent> {
  const { from, until, beforeFrom, beforeUntil } = days;
  const isBody = reach.bodyId !== null;
  const sums = await countDays(work, reach, { from: beforeFrom, until });
  const now = within(sums, from, until);
  const openAtEnd = await countOpenAt(work, reach, until);
  const openBefore = await countOpenAt(work, reach, beforeUntil);
  const kinds = await countKinds(work, reach, { from, until, beforeFrom });
  const { view } = reach;
  const profile = await countAreaProfile(work, reach);
  return {
    reach: { tier: view.tier, area: view.area, name: view.name },
    office: (await nameBodies(work, [officeId])).get(officeId) ?? view.name,
    ...(profile ? { profile: profile.paragraph } : {}),
    flow: sumFlow(now, isBody),
    before: sumFlow(within(sums, beforeFrom, beforeUntil), isBody),
    openBefore: sumOpen(openBefore, isBody),
    openAtEnd: sumOpen(openAtEnd, isBody),
    ended: sumEnded(now),
    judged: sumJudged(now),
    days: eachDay(from, until).map((day) => ({ day, ...sumFlow(within(now, day, day), isBody) })),
    parts: await viewParts(work, reach, await countDaysByPart(work, reach, { from, until }), openAtEnd),
    kinds: kinds.map((kind) => ({ ...kind, name: sayKind(kind.subject) })),
    ...(await listToWatch(work, reach, days)),
  };
}

/** The day it is in the district, by which a week or month is over. */
export const todayOf = (work: Work): Promise<string> => getToday(work);

function sumEnded(sums: readonly DaySum[]): Record<string, number> {
  const ended = Map.groupBy(
    sums.filter(({ measure }) => measure === 'ended'),
    ({ detail }) => detail,
  );
  return Object.fromEntries([...ended].map(([outcome, ofIt]) => [outcome, ofIt.reduce((sum, { n }) => sum + n, 0)]));
}

function eachDay(from: string, until: string): string[] {
  const days = [from];
  for (let day = addDays(from, 1); day <= until; day = addDays(day, 1)) days.push(day);
  return days;
}

/** In the order of the codes; what lies in no part stands under the name of the area itself. */
async function viewParts(work: Work, { bodyId }: Reach, sums: readonly DaySum[], openAtEnd: readonly DaySum[]) {
  const codes = [...new Set([...sums, ...openAtEnd].map(({ part }) => part))].toSorted();
  const names = await nameAreas(work, codes);
  const ofPart = (all: readonly DaySum[], code: string) => all.filter(({ part }) => part === code);
  return codes
    .map((code) => ({
      code,
      name: names.get(code) ?? { zh: code, en: code },
      ...sumFlow(ofPart(sums, code), bodyId !== null),
      openAtEnd: sumOpen(ofPart(openAtEnd, code), bodyId !== null),
    }))
    .filter((part) => part.in + part.ended + part.missed + part.reopened + part.openAtEnd > 0);
}
