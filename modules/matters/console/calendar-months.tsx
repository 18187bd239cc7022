import { useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ColumnHeads } from '../../../ui/console/column-heads.tsx';
import { useLanguage } from '../../../ui/console/language.ts';
import type { CalendarYear } from '../contract/calendar.ts';
import { dayAfterKey } from './year-keys.ts';

type Day = CalendarYear['days'][number];
type Props = {
  readonly year: CalendarYear;
  readonly chosen: string | undefined;
  readonly choose: (day: string) => void;
};

const SATURDAY = 6;
const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;
/** 2024-01-01 was a Monday. */
const dateOfWeekday = (weekday: number) => new Date(Date.UTC(2024, 0, weekday));

/** Twelve months of days (年历): each says whether it is worked, and where that is not by its weekday, by a sign and not by colour alone. */
export function CalendarMonths({ year, chosen, choose }: Props) {
  const { language } = useLanguage();
  const grid = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState(year.today.startsWith(String(year.year)) ? year.today : `${year.year}-01-01`);
  const own = new Map(year.own.map((day) => [day.day, day]));
  const monthName = new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en', { month: 'long', timeZone: 'UTC' });

  const move = (event: KeyboardEvent) => {
    const next = dayAfterKey(at, event.key);
    if (next === undefined) return;
    event.preventDefault();
    setAt(next);
    grid.current?.querySelector<HTMLElement>(`[data-day="${next}"]`)?.focus();
  };
  return (
    <div ref={grid} className="months" onKeyDown={move} role="presentation">
      {Array.from({ length: 12 }, (_, month) => (
        <Month
          key={month}
          name={monthName.format(new Date(Date.UTC(year.year, month, 1)))}
          days={year.days.filter(({ day }) => Number(day.slice(5, 7)) === month + 1)}
          marks={{ own, today: year.today, chosen, reached: at }}
          choose={(day) => {
            setAt(day);
            choose(day);
          }}
        />
      ))}
    </div>
  );
}

type Marks = {
  readonly own: ReadonlyMap<string, unknown>;
  readonly today: string;
  readonly chosen: string | undefined;
  /** The one that the keys have come to. */
  readonly reached: string;
};
type MonthProps = {
  readonly name: string;
  readonly days: readonly Day[];
  readonly marks: Marks;
  readonly choose: (day: string) => void;
};

function Month({ name, days, marks, choose }: MonthProps) {
  const { language } = useLanguage();
  const tag = language === 'zh' ? 'zh-CN' : 'en';
  const short = new Intl.DateTimeFormat(tag, { weekday: 'narrow', timeZone: 'UTC' });
  const long = new Intl.DateTimeFormat(tag, { weekday: 'long', timeZone: 'UTC' });
  const before = (days[0]?.weekday ?? 1) - 1;
  const cells: (Day | undefined)[] = [...Array.from({ length: before }, () => undefined), ...days];
  const weeks = Array.from({ length: Math.ceil(cells.length / 7) }, (_, week) => cells.slice(week * 7, week * 7 + 7));
  return (
    <table className="month">
      <caption>{name}</caption>
      <ColumnHeads
        heads={WEEKDAYS.map((weekday) => ({
          words: short.format(dateOfWeekday(weekday)),
          full: long.format(dateOfWeekday(weekday)),
        }))}
      />
      <tbody>
        {weeks.map((week) => (
          <tr key={week.find(Boolean)?.day}>
            {WEEKDAYS.map((weekday, i) => {
              const day = week[i];
              return <td key={weekday}>{day && <DayButton day={day} marks={marks} choose={choose} />}</td>;
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type DayProps = { readonly day: Day; readonly marks: Marks; readonly choose: (day: string) => void };

function DayButton({ day, marks, choose }: DayProps) {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const isOwn = marks.own.has(day.day);
  const isUsual = day.works === day.weekday < SATURDAY;
  const full = new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en', { dateStyle: 'full', timeZone: 'UTC' });
  const said = [
    full.format(new Date(`${day.day}T00:00:00Z`)),
    t(day.works ? 'officeCalendar.works' : 'officeCalendar.rests'),
    isOwn ? t('officeCalendar.own') : '',
  ];
  return (
    <button
      type="button"
      data-day={day.day}
      data-works={day.works}
      data-sign={isUsual ? undefined : t(day.works ? 'officeCalendar.signWorks' : 'officeCalendar.signRests')}
      data-own={isOwn}
      aria-current={day.day === marks.today ? 'date' : undefined}
      aria-pressed={day.day === marks.chosen}
      aria-label={said.filter(Boolean).join(t('comma'))}
      tabIndex={day.day === marks.reached ? 0 : -1}
      onClick={() => choose(day.day)}
    >
      {Number(day.day.slice(8))}
    </button>
  );
}
