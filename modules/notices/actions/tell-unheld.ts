import { say } from '../../../platform/i18n/words.ts';
import type { Work } from '../../../platform/work.ts';
import { findDeciderBody, findDistrictCentre } from '../../bodies/index.ts';
import { calendarOf, type Unheld } from '../../matters/index.ts';
import '../words/index.ts';
import { headOf, withoutRepeats } from '../rules/told.ts';
import { insertNotices } from '../store/notice-store.ts';

/**
 * Tells the head of the tier above, and of the district's centre, of open matters that nobody holds (无人承办告警): of those of one body
 * and one reason once a day until it is mended, by the oldest of them and with their number. Written by the timer.
 *
 * @param unheld the oldest first
 */
export async function tellUnheld(work: Work, unheld: readonly Unheld[]): Promise<void> {
  const centre = await findDistrictCentre(work);
  const cause = `unheld:${(await calendarOf(work)).dayOf(work.now)}`;
  for (const { matterId, number, why, holderBodyId, count } of oldestOf(unheld)) {
    const above = await findDeciderBody(work, holderBodyId);
    const { zh: whatZh, en: whatEn } = say('notices', `unheld.${why}`, { count });
    const audiences = withoutRepeats([above, centre].flatMap((body) => (body ? [headOf(body.bodyId)] : [])));
    await insertNotices(
      work,
      audiences.map((one) => ({
        ...one,
        matterId,
        number,
        cause,
        kind: 'unheld' as const,
        whatZh,
        whatEn,
        authorAccountId: null,
      })),
    );
  }
}

function oldestOf(unheld: readonly Unheld[]): readonly (Unheld & { readonly count: number })[] {
  const groups = Map.groupBy(unheld, ({ holderBodyId, why }) => `${holderBodyId} ${why}`);
  return [...groups.values()].flatMap(([oldest, ...others]) =>
    oldest ? [{ ...oldest, count: others.length + 1 }] : [],
  );
}
