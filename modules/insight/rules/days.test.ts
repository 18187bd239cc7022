import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fixZipTimes } from './fixed-zip.ts';
import { reportDays } from './report-days.ts';
import { addDays, mondayOf, sumFlow, sumJudged, sumOpen, sumWeeks, within, type DaySum } from './sum-days.ts';
import { sumAges, sumStanding, sumStuck, type StandingGroup } from './sum-standing.ts';

const sum = (day: string, measure: DaySum['measure'], n: number, detail = ''): DaySum => ({
  day,
  part: '',
  measure,
  detail,
  n,
});
const measure = fc.constantFrom<DaySum['measure']>('in', 'taken', 'passed', 'ended', 'missed', 'reopened', 'rated');
const days = fc.array(
  fc.record({
    day: fc.integer({ min: 0, max: 83 }).map((n) => addDays('2026-09-07', n)),
    part: fc.constant(''),
    measure,
    detail: fc.constantFrom('final', 'waiting', '1', '5', ''),
    n: fc.integer({ min: 0, max: 50 }),
  }),
);

describe('sums of days', () => {
  test('weeks begin on Monday, the last ends today, and together they are the whole', () => {
    fc.assert(
      fc.property(days, fc.boolean(), (sums, isBody) => {
        const weeks = sumWeeks(sums, '2026-11-26', 12, isBody);
        expect(weeks[0]?.from).toBe('2026-09-07');
        expect(weeks.at(-1)).toMatchObject({ from: '2026-11-23', until: '2026-11-26' });
        const whole = sumFlow(within(sums, '2026-09-07', '2026-11-26'), isBody);
        for (const of of ['in', 'ended', 'missed', 'reopened'] as const)
          expect(weeks.reduce((all, week) => all + week[of], 0)).toBe(whole[of]);
      }),
    );
  });

  test('what stood open goes from end to end by what happened between', () => {
    const before = [
      sum('2026-11-01', 'in', 10),
      sum('2026-11-02', 'ended', 4),
      sum('2026-11-03', 'reopened', 1, 'final'),
    ];
    const after = [...before, sum('2026-11-09', 'in', 5), sum('2026-11-09', 'reopened', 2, 'waiting')];
    expect(sumOpen(before, false)).toBe(7);
    expect(sumOpen(after, false)).toBe(12); // reopened while it waited: it had never ended
    expect(sumOpen([sum('2026-11-01', 'taken', 9), sum('2026-11-02', 'passed', 2)], true)).toBe(7);
  });

  test('marks and words are counted by themselves', () => {
    const sums = [
      sum('2026-11-01', 'rated', 3, '5'),
      sum('2026-11-01', 'said', 2, 'no'),
      sum('2026-11-01', 'visited', 1, 'unsolved'),
    ];
    expect(sumJudged(sums)).toMatchObject({
      ratings: [0, 0, 0, 0, 3],
      said: { yes: 0, no: 2 },
      visited: { unsolved: 1 },
    });
  });

  test('Monday of every day of a week', () => {
    expect(['2026-11-23', '2026-11-26', '2026-11-29'].map(mondayOf)).toEqual(Array(3).fill('2026-11-23'));
    expect(mondayOf('2027-01-01')).toBe('2026-12-28');
  });
});

describe('the days of a report', () => {
  test('are those of the week or month, with the one before', () => {
    expect(reportDays('week', '2026-11-18', '2026-11-23')).toEqual({
      ok: true,
      value: { from: '2026-11-16', until: '2026-11-22', beforeFrom: '2026-11-09', beforeUntil: '2026-11-15' },
    });
    expect(reportDays('month', '2028-02-10', '2028-03-01')).toMatchObject({
      value: { from: '2028-02-01', until: '2028-02-29', beforeFrom: '2028-01-01', beforeUntil: '2028-01-31' },
    });
  });

  test('have to be over', () => {
    expect(reportDays('week', '2026-11-18', '2026-11-22')).toEqual({
      ok: false,
      code: 'report.not_over',
      details: { day: '2026-11-23' },
    });
    expect(reportDays('month', '1999-12-31', '2026-11-22')).toEqual({ ok: false, code: 'report.too_early' });
  });
});

describe('sums of what stands', () => {
  const one: StandingGroup = {
    part: 'a',
    holderId: 'b',
    procedure: 'p',
    version: 1,
    state: 's',
    fromDays: 0,
    open: 1,
    overdue: 0,
    dueToday: 0,
    waiting: 0,
    onBooks: 0,
    oldestDueAt: null,
  };
  const group = (more: Partial<StandingGroup>): StandingGroup => ({ ...one, ...more });

  test('add up, and the first over a limit is the oldest of all', () => {
    const groups = [
      group({ open: 3, overdue: 1, oldestDueAt: new Date('2026-11-20T10:00:00Z') }),
      group({ open: 2, overdue: 2, oldestDueAt: new Date('2026-11-18T10:00:00Z'), fromDays: 15, waiting: 1 }),
    ];
    expect(sumStuck(groups)).toEqual({ open: 5, overdue: 3, oldestDueAt: '2026-11-18T10:00:00.000Z' });
    expect(sumStanding(groups)).toMatchObject({ open: 5, waiting: 1, onBooks: 0 });
    expect(sumAges(groups).map(({ open }) => open)).toEqual([3, 0, 2, 0, 0]);
  });

  test('of nothing are noughts', () => {
    expect(sumStuck([])).toEqual({ open: 0, overdue: 0, oldestDueAt: null });
  });
});

test('what is no zip file is not taken for one', () => {
  expect(() => fixZipTimes(Buffer.from('no zip'))).toThrow('not a zip file');
});
