import { Checkbox, Input } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from '../../../ui/console/field.tsx';
import type { CalendarChange, CalendarYear } from '../contract/calendar.ts';
import { useChangeCalendar } from './calendar-api.ts';
import { CalendarConfirm } from './calendar-confirm.tsx';
import { readDates, readHours, writeHours } from './hours-text.ts';

type Props = { readonly year: CalendarYear; readonly done: () => void };

/** The office hours, with a summer form if the district keeps one (作息时间). */
export function CalendarHoursForm({ year, done }: Props) {
  const { t } = useTranslation();
  const changing = useChangeCalendar();
  const { timetable } = year;
  const [hours, setHours] = useState(writeHours(timetable.hours));
  const [hasSummer, setHasSummer] = useState(timetable.summer !== undefined);
  const [summer, setSummer] = useState(writeHours(timetable.summer?.hours ?? timetable.hours));
  const [from, setFrom] = useState(timetable.summer?.from ?? '06-01');
  const [to, setTo] = useState(timetable.summer?.to ?? '09-30');
  const wanted = useMemo<CalendarChange>(
    () => ({
      kind: 'hours',
      timetable: {
        hours: readHours(hours),
        ...(hasSummer ? { summer: { from, to, hours: readHours(summer) } } : {}),
      },
    }),
    [hours, hasSummer, summer, from, to],
  );
  const fields = [
    ['officeCalendar.summerHours', summer, setSummer],
    ['officeCalendar.summerFrom', from, setFrom],
    ['officeCalendar.summerTo', to, setTo],
  ] as const;
  return (
    <>
      <Field label={t('officeCalendar.hours')} hint={t('officeCalendar.hoursHint')}>
        {(control) => <Input {...control} value={hours} onChange={(event) => setHours(event.target.value)} />}
      </Field>
      <Checkbox checked={hasSummer} onChange={(event) => setHasSummer(event.target.checked)}>
        {t('officeCalendar.hasSummer')}
      </Checkbox>
      {hasSummer &&
        fields.map(([label, value, set]) => (
          <Field key={label} label={t(label)}>
            {(control) => <Input {...control} value={value} onChange={(event) => set(event.target.value)} />}
          </Field>
        ))}
      <CalendarConfirm changing={changing} wanted={wanted} done={done} />
    </>
  );
}

/** The rest days of a year from the State Council's paper, for a program that does not know them yet (录入年度放假安排). */
export function CalendarYearForm({ year: { year }, done }: Props) {
  const { t } = useTranslation();
  const changing = useChangeCalendar();
  const [rests, setRests] = useState('');
  const [works, setWorks] = useState('');
  const [source, setSource] = useState('');
  const reason = t('officeCalendar.yearReason', { year });
  const wanted = useMemo<CalendarChange>(
    () => ({ kind: 'year', year, rests: readDates(rests), works: readDates(works), reason, source }),
    [year, rests, works, reason, source],
  );
  return (
    <>
      <Field label={t('officeCalendar.yearRests')} hint={t('officeCalendar.datesHint')}>
        {(control) => (
          <Input.TextArea {...control} rows={4} value={rests} onChange={(event) => setRests(event.target.value)} />
        )}
      </Field>
      <Field label={t('officeCalendar.yearWorks')} hint={t('officeCalendar.datesHint')}>
        {(control) => (
          <Input.TextArea {...control} rows={2} value={works} onChange={(event) => setWorks(event.target.value)} />
        )}
      </Field>
      <Field label={t('officeCalendar.source')} hint={t('officeCalendar.sourceHint')}>
        {(control) => <Input {...control} value={source} onChange={(event) => setSource(event.target.value)} />}
      </Field>
      <CalendarConfirm changing={changing} wanted={wanted} done={done} />
    </>
  );
}
