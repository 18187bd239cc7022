import { Temporal } from 'temporal-polyfill';
import type { Procedure } from '../kit/define-procedure.ts';
import type { Matter } from '../kit/matter.ts';
import { dateText, type WorkingCalendar } from './calendar.ts';

export type ArchiveTerm = { readonly years: number; readonly untilOn: string };

/**
 * How long a matter that has ended is kept (归档年限): the years that its procedure names for its result, from the day on which
 * it ended; a 29 February ends on the 28th in a year without one. Null while it is open: reopened, nothing is archived.
 *
 * @source features 40
 */
export function archiveTerm(
  { archiveYears, archiveYearsBy = {} }: Pick<Procedure, 'archiveYears' | 'archiveYearsBy'>,
  { endedAt, conclusion }: Pick<Matter, 'endedAt' | 'conclusion'>,
  calendar: Pick<WorkingCalendar, 'dayOf'>,
): ArchiveTerm | null {
  if (!endedAt || !conclusion) return null;
  const years = archiveYearsBy[conclusion] ?? archiveYears;
  const untilOn = Temporal.PlainDate.from(dateText(calendar.dayOf(endedAt)))
    .add({ years })
    .toString();
  return { years, untilOn };
}
