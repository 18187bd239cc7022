import type { Work } from '../../../platform/work.ts';
import { dateText, type WorkingCalendar } from '../rules/calendar.ts';
import { cleanText, shortenToTitle } from '../rules/clean-text.ts';
import { formatMatterNumber } from '../rules/matter-number.ts';
import type { MatterFace } from '../store/matter-row.ts';
import { takeNumber } from '../store/record-store.ts';

/** Makes what a matter is known by: the next number of the month in which it was opened, a short title, the place. */
export async function makeFace(
  work: Work,
  calendar: WorkingCalendar,
  openedAt: Date,
  words: { readonly title: string; readonly place: string },
): Promise<MatterFace> {
  const month = dateText(calendar.dayOf(openedAt)).slice(2, 7).replace('-', '');
  return {
    number: formatMatterNumber(month, await takeNumber(work, month)),
    title: shortenToTitle(cleanText(words.title)),
    place: cleanText(words.place),
  };
}
