import { describe, expect, test } from 'vitest';
import type { Matter } from '../kit/matter.ts';
import { libraryCard } from '../testing/library-card.ts';
import { after, at, calendar, clerkOf, openLoan, runClocks } from '../testing/library-desk.ts';
import { printCalendar } from './calendar-print.ts';
import { dayNumber, officeCalendar, type OwnCalendar } from './calendar.ts';
import { evolve } from './evolve.ts';
import { decideMoves, settleProvisional } from './move-dues.ts';

const by = (own: OwnCalendar) => officeCalendar('Asia/Shanghai', own);
const dayOff = (...dates: string[]) => by({ days: new Map(dates.map((date) => [dayNumber(date), false])) });
const take = { step: 'take', by: clerkOf('north'), at: '2026-11-16 11:00' };
/** To be searched for until Monday, 2026-11-23 18:00. */
const searching = after(openLoan(), take);
const moves = (matter: Matter, when: string, own = dayOff('2026-11-20')) =>
  decideMoves(libraryCard, matter, at(when), own);
const moved = (matter: Matter, when: string, own = dayOff('2026-11-20')) =>
  moves(matter, when, own).reduce((before, event) => evolve(libraryCard, before, event, own), matter);

describe('limits counted anew (期限重算)', () => {
  test('move by the day of rest that was added, each with its entry', () => {
    expect(moves(searching, '2026-11-17 10:00')).toEqual([
      {
        kind: 'dueMoved',
        seq: 3,
        at: at('2026-11-17 10:00'),
        clock: 'total',
        run: 1,
        wasDueAt: at('2026-12-07 18:00'),
        dueAt: at('2026-12-08 18:00'),
        provisional: false,
      },
      expect.objectContaining({ seq: 4, clock: 'search', dueAt: at('2026-11-24 18:00') }),
    ]);
    const after = moved(searching, '2026-11-17 10:00');
    expect(after).toMatchObject({ seq: 4, lastAt: at('2026-11-17 10:00'), state: 'searching' });
    expect(moves(after, '2026-11-17 10:05')).toEqual([]);
  });

  test('stay where the day lies outside them, and where they have ended', () => {
    expect(moves(searching, '2026-11-17 10:00', dayOff('2026-12-09'))).toEqual([]);
    expect(moves(searching, '2026-11-17 10:00', calendar)).toEqual([]);
    const names = moves(searching, '2026-11-17 10:00', dayOff('2026-11-16')).map(({ clock }) => clock);
    expect(names).not.toContain('taking');
  });

  test('stay where the clock stands still', () => {
    const lent = after(searching, { step: 'lend', by: clerkOf('north'), at: '2026-11-17 10:00' });
    expect(moves(lent, '2026-11-18 10:00').map(({ clock }) => clock)).toEqual([]);
  });

  test('can be missed again when they were missed only by the old calendar', () => {
    const late = runClocks(searching, at('2026-11-23 18:05')).matter;
    const search = (matter: Matter) => matter.clocks.find(({ clock }) => clock === 'search');
    expect(search(late)?.missedAt).toEqual(at('2026-11-23 18:05'));
    const saved = moved(late, '2026-11-23 19:00', dayOff('2026-11-23'));
    expect(search(saved)).toMatchObject({ dueAt: at('2026-11-24 18:00'), missedAt: null });
    expect(runClocks(saved, at('2026-11-24 18:05')).events).toMatchObject([{ kind: 'clockMissed', clock: 'search' }]);
  });

  test('stay missed when the new instant is past as well', () => {
    const late = runClocks(searching, at('2026-11-23 18:05')).matter;
    const still = moved(late, '2026-11-26 10:00', dayOff('2026-11-23'));
    expect(still.clocks.find(({ clock }) => clock === 'search')?.missedAt).toEqual(at('2026-11-23 18:05'));
  });

  test('are never written before the last entry', () => {
    expect(moves(searching, '2026-11-16 09:00')[0]?.at).toEqual(at('2026-11-16 11:00'));
  });
});

describe('a year that is announced (公布放假安排)', () => {
  const turn = after(openLoan('2026-12-28 10:00'), { ...take, at: '2026-12-28 11:00' });
  const year2027 = by({ announcedYears: new Set([2027]), days: new Map([[dayNumber('2027-01-01'), false]]) });

  test('makes what was provisional firm, later by its days of rest', () => {
    expect(turn.clocks.find(({ clock }) => clock === 'search')).toMatchObject({
      dueAt: at('2027-01-04 18:00'),
      provisional: true,
    });
    expect(moves(turn, '2026-12-29 10:00', year2027)).toMatchObject([
      { clock: 'total', dueAt: at('2027-01-19 18:00'), provisional: false },
      { clock: 'search', dueAt: at('2027-01-05 18:00'), provisional: false },
    ]);
  });

  test('makes it firm without an entry where nothing moves', () => {
    const plain = by({ announcedYears: new Set([2027]) });
    expect(moves(turn, '2026-12-29 10:00', plain)).toEqual([]);
    const settled = settleProvisional(libraryCard, turn, plain);
    expect(settled.clocks.map(({ clock, provisional }) => [clock, provisional])).toEqual([
      ['taking', false],
      ['total', false],
      ['search', false],
    ]);
    expect(settleProvisional(libraryCard, settled, plain)).toBe(settled);
  });
});

test('the mark of a calendar (日历特征) differs with a day, the hours, an announcement and the zone, and with nothing else', () => {
  const hours = { hours: [{ fromMinute: 540, toMinute: 1050 }] };
  const all = [
    calendar,
    dayOff('2026-11-20'),
    by({ timetable: hours }),
    by({ announcedYears: new Set([2027]) }),
    officeCalendar('Asia/Urumqi', {}),
  ].map((each) => printCalendar(each, 2026));
  expect(new Set(all).size).toBe(all.length);
  expect(printCalendar(by({ days: new Map([[dayNumber('2026-11-20'), true]]) }), 2026)).toBe(all[0]);
});
