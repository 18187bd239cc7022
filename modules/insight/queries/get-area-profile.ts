import { say, type Both } from '../../../platform/i18n/words.ts';
import { done, refuse, type Result } from '../../../platform/result.ts';
import type { Work } from '../../../platform/work.ts';
import { bodyKinds, countEstablishment, factsOfKind } from '../../bodies/index.ts';
import { countOpenIn } from '../../matters/index.ts';
import { countTerritory, getToday } from '../../territory/index.ts';
import { landParts, type AreaProfileView } from '../contract/area-profile.ts';
import { sayAreaProfile } from './say-area-profile.ts';
import { addDays, sumFlow } from '../rules/sum-days.ts';
import { countDays } from './count-days.ts';
import { readReach, type Reach, type ReachRefusal } from './read-reach.ts';
import '../words/index.ts';

const YEAR_DAYS = 365;

/**
 * Gets the basic facts of an area (辖区基本情况), counted from the registers as of today: what lies in it, which bodies and posts
 * it has, how much was asked and done within a year; and the same as the opening paragraph of a paper. What no register holds
 * (inhabitants, square kilometres) is not there.
 *
 * @param area code of an area within the reader's own; absent: all of it
 * @returns the facts; or a refusal: `profile.no_area` for a body without an area of its own, or of {@link readReach}
 * @source catalogue S14
 */
export async function getAreaProfile(
  work: Work,
  area?: string,
): Promise<Result<AreaProfileView, ReachRefusal | 'profile.no_area'>> {
  const read = await readReach(work, area);
  if (!read.ok) return read;
  const profile = await countAreaProfile(work, read.value);
  return profile ? done(profile) : refuse('profile.no_area');
}

/** The same of what figures are of; undefined for a body, which has no area. */
export async function countAreaProfile(work: Work, reach: Reach): Promise<AreaProfileView | undefined> {
  const code = reach.view.area;
  if (code === null) return undefined;
  const today = await getToday(work);
  const counts = await countTerritory(work, code);
  const { bodies, posts } = await countEstablishment(work, code);
  const within = (kinds: readonly string[] | null) => {
    const chosen = posts.filter(({ kind }) => kinds === null || kinds.includes(kind));
    const n = chosen.reduce((sum, one) => sum + one.n, 0);
    return { n, vacant: n - chosen.reduce((sum, one) => sum + one.held, 0) };
  };
  const { in: came, ended } = sumFlow(
    await countDays(work, reach, { from: addDays(today, 1 - YEAR_DAYS), until: today }),
    false,
  );
  const open = await countOpenIn(work, code);
  const facts = {
    reach: { tier: reach.view.tier, area: code, name: reach.view.name },
    asOf: today,
    land: landParts
      .map((what) => ({ what, name: say('insight', `profile.land.${what}`), n: counts[what] }))
      .filter(({ n }) => n > 0),
    bodies: bodyKinds
      .flatMap((one) => bodies.filter(({ kind }) => kind === one))
      .map(({ kind, n }) => ({ kind, name: nameOfKind(kind), n })),
    posts: within(null),
    gridWorkers: within(['gridWorker']),
    matters: { in: came, ended, open },
  };
  return { ...facts, paragraph: sayAreaProfile(facts) };
}

const nameOfKind = (kind: Parameters<typeof factsOfKind>[0]): Both => {
  const { zh, en } = factsOfKind(kind);
  return { zh, en };
};
