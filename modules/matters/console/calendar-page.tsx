import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LoadFailed, Loading } from '../../../ui/console/states.tsx';
import { useTimes } from '../../../ui/console/times.ts';
import { useCalendarYear } from './calendar-api.ts';
import { CalendarDayForm } from './calendar-day-form.tsx';
import { CalendarHoursForm, CalendarYearForm } from './calendar-more-forms.tsx';
import { CalendarMonths } from './calendar-months.tsx';
import { writeHours } from './hours-text.ts';

/** The calendar by which this district counts its limits (本区日历): a year in sight; whoever heads the centre changes it here. */
export function CalendarPage() {
  const { t } = useTranslation();
  const { date } = useTimes();
  const [shown, setShown] = useState(() => new Date().getFullYear());
  const [day, setDay] = useState<string>();
  const [isDone, setIsDone] = useState(false);
  const { data: year, isPending, isError, error, refetch } = useCalendarYear(shown);
  const show = (next: number) => {
    setShown(next);
    setDay(undefined);
  };
  const done = () => {
    setIsDone(true);
    setDay(undefined);
  };
  return (
    <main id="main" className="reading calendar-page">
      <h1>{t('officeCalendar.title', { year: shown })}</h1>
      <p className="hint">{t('officeCalendar.about')}</p>
      <p className="years">
        <Button onClick={() => show(shown - 1)}>{t('officeCalendar.yearBefore', { year: shown - 1 })}</Button>
        <Button onClick={() => show(shown + 1)}>{t('officeCalendar.yearAfter', { year: shown + 1 })}</Button>
      </p>
      {isPending && <Loading />}
      {isError && !year && <LoadFailed error={error} retry={refetch} />}
      {year && (
        <>
          <div role="status">
            {isDone && (
              <p className="note">
                {year.isRecounting ? t('officeCalendar.counting') : t('officeCalendar.moved', { count: year.moved })}
              </p>
            )}
            {!year.isAnnounced && <p className="note">{t('officeCalendar.notAnnounced', { year: shown })}</p>}
          </div>
          <div className="calendar">
            <CalendarMonths key={year.year} year={year} chosen={day} choose={setDay} />
            {day !== undefined && <CalendarDayForm key={day} year={year} day={day} done={done} />}
          </div>
          <h2>{t('officeCalendar.ownDays')}</h2>
          {year.own.length === 0 && <p className="hint">{t('officeCalendar.noOwnDays')}</p>}
          <ul>
            {year.own.map((own) => (
              <li key={own.day}>
                {date(own.day)} {t(own.works ? 'officeCalendar.works' : 'officeCalendar.rests')}{' '}
                <span className="hint">
                  {t('officeCalendar.ownReason', { reason: own.reason, source: own.source })}
                </span>
              </li>
            ))}
          </ul>
          <h2>{t('officeCalendar.hours')}</h2>
          <p>
            {writeHours(year.timetable.hours)}
            {year.timetable.summer &&
              ` · ${t('officeCalendar.summer', {
                from: year.timetable.summer.from,
                to: year.timetable.summer.to,
                hours: writeHours(year.timetable.summer.hours),
              })}`}
          </p>
          {year.maySet ? (
            <>
              <details>
                <summary>{t('officeCalendar.setHours')}</summary>
                <CalendarHoursForm year={year} done={done} />
              </details>
              {!year.isAnnounced && (
                <details>
                  <summary>{t('officeCalendar.announce', { year: shown })}</summary>
                  <CalendarYearForm key={shown} year={year} done={done} />
                </details>
              )}
            </>
          ) : (
            <p className="hint">{t('officeCalendar.whoMay')}</p>
          )}
        </>
      )}
    </main>
  );
}
