import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { hours } from '../kit/duration.ts';
import type { ClockRun } from '../kit/matter.ts';
import { dateText, dayNumber, statutoryCalendar } from './calendar.ts';
import { clockStanding } from './clock-view.ts';

/** Real material lies beside the repository and not in it; without it these tests are skipped. */
const material = (name: string): URL => new URL(`../../../../shared/data/${name}`, import.meta.url);
const holidays = material('state-council-holidays-2008-2025.json');
const boston = material('boston-311-2011.jsonl.gz');
const absent = existsSync(holidays) && existsSync(boston) ? '' : ' (skipped: ../shared/data is not here)';

test.skipIf(absent !== '')(
  `every day to the end of 2025 is worked or not as the State Council announced${absent}`,
  () => {
    const years = JSON.parse(readFileSync(holidays, 'utf8')) as Record<string, { date: string; isOffDay: boolean }[]>;
    const announced = new Map(
      Object.values(years).flatMap((days) => days.map(({ date, isOffDay }) => [date, isOffDay])),
    );
    const calendar = statutoryCalendar('Asia/Shanghai');
    const wrong: string[] = [];
    let compared = 0;
    let unlikeTheirWeekday = 0;
    const first = [...announced.keys()].sort()[0] as string;
    for (let day = dayNumber(first); day <= dayNumber('2025-12-31'); day += 1) {
      const date = dateText(day);
      const isWeekend = [0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay());
      const rests = announced.get(date) ?? isWeekend;
      if (calendar.isWorkingDay(day) === rests || !calendar.isAnnounced(day)) wrong.push(date);
      if (rests !== isWeekend) unlikeTheirWeekday += 1;
      compared += 1;
    }
    expect(wrong).toEqual([]);
    expect([compared, unlikeTheirWeekday]).toEqual([6578, 439]);
  },
);

type Row = {
  requested_datetime: string;
  expected_datetime: string | null;
  closed_datetime: string | null;
  updated_datetime: string | null;
  on_time: 'ONTIME' | 'OVERDUE' | null;
};

test.skipIf(absent !== '')(
  `the verdict on every request with a target equals the city’s own${absent}`,
  () => {
    const rows = gunzipSync(readFileSync(boston))
      .toString('utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Row);
    const calendar = statutoryCalendar('America/New_York');
    const lastWritten = Math.max(...rows.map((row) => Date.parse(row.updated_datetime ?? row.requested_datetime)));
    const verdicts: Record<string, number> = {};
    for (const row of rows) {
      if (!row.expected_datetime) continue;
      const run: ClockRun = {
        clock: 'target',
        run: 1,
        startedAt: new Date(row.requested_datetime),
        pauses: [],
        extensions: [],
        dueAt: new Date(row.expected_datetime),
        provisional: false,
        endedAt: row.closed_datetime ? new Date(row.closed_datetime) : null,
        ending: row.closed_datetime ? 'met' : null,
        missedAt: null,
      };
      const standing = clockStanding(run, { within: hours(1) }, new Date(lastWritten), calendar);
      const verdict = `${standing}: ${row.on_time ?? 'no verdict'}`;
      verdicts[verdict] = (verdicts[verdict] ?? 0) + 1;
    }
    expect(rows).toHaveLength(58_251);
    expect(verdicts).toEqual({
      'met: ONTIME': 35_591,
      'metLate: OVERDUE': 8073,
      'missed: OVERDUE': 3448,
      'metLate: no verdict': 157,
      'missed: no verdict': 1,
    });
  },
  10_000,
);
