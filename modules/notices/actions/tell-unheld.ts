import { say } from '../../../platform/i18n/words.ts';
import type { Work } from '../../../platform/work.ts';
import { findDeciderBody, findDistrictCentre } from '../../bodies/index.ts';
import { calendarOf, type Unheld } from '../../matters/index.ts';
import '../words/index.ts';
import { headOf, withoutRepeats } from '../rules/told.ts';
import { insertNotices } from '../store/notice-store.ts';

/**
 * Tells the head of the tier above, and of the district's centre, of each open matter that nobody holds (无人承办告警), once a day
 * until it is mended; written by the timer.
 */
export async function tellUnheld(work: Work, unheld: readonly Unheld[]): Promise<void> {
  const centre = await findDistrictCentre(work);
  const cause = `unheld:${(await calendarOf(work)).dayOf(work.now)}`;
  for (const { matterId, number, why, holderBodyId } of unheld) {
    const above = await findDeciderBody(work, holderBodyId);
    const { zh: whatZh, en: whatEn } = say('notices', `unheld.${why}`);
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
