import { Input, Radio } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from '../../../ui/console/field.tsx';
import { useTimes } from '../../../ui/console/times.ts';
import type { CalendarChange, CalendarYear } from '../contract/calendar.ts';
import { useChangeCalendar } from './calendar-api.ts';
import { CalendarConfirm } from './calendar-confirm.tsx';

/** On a phone the form stands below the whole year: whoever chose a day is taken there. */
const bringIntoSight = (heading: HTMLElement | null) => heading?.focus();

type Props = { readonly year: CalendarYear; readonly day: string; readonly done: () => void };

/** One day: how it is counted, why, and for whoever may, another way (调整某一天). */
export function CalendarDayForm({ year, day, done }: Props) {
  const { t } = useTranslation();
  const { date } = useTimes();
  const changing = useChangeCalendar();
  const now = year.days.find((one) => one.day === day)?.works ?? true;
  const own = year.own.find((one) => one.day === day);
  const [works, setWorks] = useState(!now);
  const [reason, setReason] = useState('');
  const [source, setSource] = useState('');
  const wanted = useMemo<CalendarChange>(
    () => ({ kind: 'day', day, works, reason, source }),
    [day, works, reason, source],
  );
  return (
    <section aria-label={date(day)} className="day-form">
      <h2 ref={bringIntoSight} tabIndex={-1}>
        {date(day)} · {t(now ? 'officeCalendar.works' : 'officeCalendar.rests')}
      </h2>
      {own && <p>{t('officeCalendar.ownReason', { reason: own.reason, source: own.source })}</p>}
      {year.maySet && (
        <>
          <Field label={t('officeCalendar.willBe')} group>
            {() => (
              <Radio.Group
                value={works}
                onChange={(event) => setWorks(event.target.value as boolean)}
                options={[
                  { value: false, label: t('officeCalendar.rests') },
                  { value: true, label: t('officeCalendar.works') },
                ]}
              />
            )}
          </Field>
          <Field label={t('officeCalendar.reason')}>
            {(control) => <Input {...control} value={reason} onChange={(event) => setReason(event.target.value)} />}
          </Field>
          <Field label={t('officeCalendar.source')} hint={t('officeCalendar.sourceHint')}>
            {(control) => <Input {...control} value={source} onChange={(event) => setSource(event.target.value)} />}
          </Field>
          <CalendarConfirm changing={changing} wanted={wanted} done={done} />
        </>
      )}
    </section>
  );
}
