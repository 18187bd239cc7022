import { say } from '../../../platform/i18n/words.ts';
import type { Work } from '../../../platform/work.ts';
import '../words/index.ts';
import type { LimitSettingView } from '../contract/settings.ts';
import type { SetHere } from '../contract/views.ts';
import type { Clock, Procedure } from '../kit/define-procedure.ts';
import type { Duration } from '../kit/duration.ts';
import { wordsOf, type Named } from '../kit/named.ts';
import { dateText, type WorkingCalendar } from '../rules/calendar.ts';
import { findSetAmount, lengthOf } from '../rules/within-of.ts';
import { calendarOf, listHeldProcedures } from '../store/ground-store.ts';
import { findSetters } from './view-templates.ts';
import { loadSettings, type KeptSetting } from '../store/setting-store.ts';

type NameOf = Awaited<ReturnType<typeof findSetters>>;

/** A limit in words, such as 5 个工作日. */
export const sayDuration = ({ unit, amount }: Duration): Named =>
  say('matters', `limits.${unit}`, { amount, count: amount });

/** What the district has set itself of each limit of a procedure at an instant (本区设定), by the name of the limit. */
export async function findSetHere(
  work: Work,
  procedure: Procedure,
  at: Date = work.now,
): Promise<Readonly<Record<string, SetHere>>> {
  if (!Object.values(procedure.clocks).some(({ districtMay }) => districtMay)) return {};
  const settings = await loadSettings(work, procedure.id);
  const calendar = await calendarOf(work);
  const nameOf = await findSetters(work, settings);
  return Object.fromEntries(
    Object.entries(procedure.clocks).flatMap(([name, clock]) => {
      const view = viewSetHere(
        clock,
        settings.filter((one) => one.clock === name),
        at,
        { calendar, nameOf },
      );
      return view ? [[name, view]] : [];
    }),
  );
}

function viewSetHere(
  clock: Clock,
  settings: readonly KeptSetting[],
  at: Date,
  { calendar, nameOf }: { readonly calendar: WorkingCalendar; readonly nameOf: NameOf },
): SetHere | undefined {
  const amount = findSetAmount({ ...clock, settings }, at);
  const last = settings.findLast(({ since }) => since <= at);
  if (amount === null || !last) return undefined;
  const limit = sayDuration(lengthOf(clock.within, amount));
  return { limit, since: dateText(calendar.dayOf(last.since)), source: last.source, by: nameOf(last.setBy) };
}

/** Lists every limit that a district may set, with its bounds and all that was ever set (可调整的时限). */
export async function listLimitSettings(work: Work): Promise<LimitSettingView[]> {
  const all = await loadSettings(work, null);
  const calendar = await calendarOf(work);
  const nameOf = await findSetters(work, all);
  return (await listHeldProcedures(work)).flatMap((procedure) =>
    Object.entries(procedure.clocks).flatMap(([name, clock]): LimitSettingView[] => {
      if (!clock.districtMay) return [];
      const settings = all.filter((one) => one.procedureId === procedure.id && one.clock === name);
      const said = (amount: number | null) =>
        sayDuration(amount === null ? clock.within : lengthOf(clock.within, amount));
      return [
        {
          procedureId: procedure.id,
          clock: name,
          procedure: wordsOf(procedure),
          name: wordsOf(clock),
          own: said(null),
          min: clock.districtMay.min,
          max: clock.districtMay.max,
          bounds: { min: said(clock.districtMay.min), max: said(clock.districtMay.max) },
          now: said(findSetAmount({ ...clock, settings }, work.now)),
          history: settings.toReversed().map(({ amount, since, reason, source, setBy, setAt }) => ({
            limit: said(amount),
            sinceOn: dateText(calendar.dayOf(since)),
            reason,
            source,
            by: nameOf(setBy),
            setAt: setAt.toISOString(),
          })),
        },
      ];
    }),
  );
}
