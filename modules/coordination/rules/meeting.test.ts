import { expect, test } from 'vitest';
import {
  faultsInItem,
  faultsInMeeting,
  mayBringUp,
  mayChange,
  mayConclude,
  mayConvene,
  mayDecide,
  mayGoUp,
  mayHoldIn,
  mayStrike,
} from './meeting.ts';

const goesOn = { areaCode: '990102001', isConcluded: false };
const over = { ...goesOn, isConcluded: true };
const open = { outcome: null, addedByBodyId: 'a' } as const;
const codeOf = (answer: { ok: boolean; code?: string }) => (answer.ok ? 'ok' : answer.code);

test('something is put on with a topic and a reason; everything that is wrong is said at once, and a matter says its topic itself', () => {
  const faults = (topic: string, reason: string, title: string | null = null) =>
    Object.entries(faultsInItem({ topic, reason, title })).map(([name, { code }]) => `${name} ${code}`);
  expect(faults('早市占道', '三次回潮')).toEqual([]);
  expect(faults(' 早市 ', ' 反复 ')).toEqual(['topic meeting.topic_missing', 'reason meeting.reason_missing']);
  expect(faults('早'.repeat(201), '反'.repeat(501))).toEqual(['topic meeting.too_long', 'reason meeting.too_long']);
  expect(faults('', '三次回潮', '灯坏')).toEqual([]);
  expect(faults('灯坏', '三次回潮', '灯坏')).toEqual([]);
  expect(faults('灯', '三次回潮', '灯坏')).toEqual(['topic meeting.topic_missing']);
  expect(codeOf(mayChange(over))).toBe('meeting.concluded');
});

test('a meeting is convened for a day to come, somewhere; both are said at once', () => {
  const faults = (heldOn: string, place: string) =>
    Object.entries(faultsInMeeting({ heldOn, place }, '2026-11-18')).map(([name, { code }]) => `${name} ${code}`);
  expect(faults('2026-11-18', '街道三楼')).toEqual([]);
  expect(faults('', ' ')).toEqual(['heldOn meeting.day_missing', 'place field.required']);
  expect(faults('2026-13-40', '街'.repeat(101))).toEqual(['heldOn meeting.day_missing', 'place meeting.too_long']);
  expect(faults('2026-11-17', '街道三楼')).toEqual(['heldOn meeting.day_past']);
});

test('an item is decided once; struck by who holds the meeting or who put it on, with a reason', () => {
  expect(codeOf(mayDecide(goesOn, open))).toBe('ok');
  expect(codeOf(mayDecide(goesOn, { ...open, outcome: 'here' }))).toBe('meeting.decided');
  expect(codeOf(mayDecide(over, open))).toBe('meeting.concluded');
  const strike = (asker: { holds: boolean; bodyId: string; reason: string }) => codeOf(mayStrike(goesOn, open, asker));
  expect(strike({ holds: true, bodyId: 'b', reason: '已经办好' })).toBe('ok');
  expect(strike({ holds: false, bodyId: 'a', reason: '已经办好' })).toBe('ok');
  expect(strike({ holds: false, bodyId: 'b', reason: '已经办好' })).toBe('meeting.not_yours_to_strike');
  expect(strike({ holds: true, bodyId: 'b', reason: '' })).toBe('meeting.reason_missing');
});

test('it is concluded when nothing is open and nobody is missing from the list; an empty agenda too', () => {
  expect(codeOf(mayConclude(goesOn, [open], 0))).toBe('meeting.items_open');
  expect(codeOf(mayConclude(goesOn, [{ outcome: 'up' }], 2))).toBe('meeting.attendance_open');
  expect(codeOf(mayConclude(goesOn, [], 0))).toBe('ok');
  expect(codeOf(mayConclude(over, [], 0))).toBe('meeting.concluded');
  expect([mayHoldIn('990102001', '990102001').ok, mayHoldIn('990102', '990102001').ok]).toEqual([true, false]);
});

test.each([
  ['the district at its own meeting', '990102', '990102', true],
  ['a sub-district at the meeting of the district', '990102001', '990102', true],
  ['a community at the meeting of the district', '990102001001', '990102', false],
  ['a community at the joint meeting of its sub-district', '990102001001', '990102001', true],
  ['a community next door', '990102002001', '990102001', false],
  ['the district at a joint meeting', '990102', '990102001', false],
])('whether something is brought up: %s', (_, own, area, may) => {
  expect(codeOf(mayBringUp(own, area))).toBe(may ? 'ok' : 'meeting.not_a_member');
});

test('district and sub-districts convene, communities do not; from the district nothing goes up', () => {
  expect(['990102', '990102001', '990102001001'].map((area) => mayConvene(area).ok)).toEqual([true, true, false]);
  expect([codeOf(mayGoUp(goesOn)), codeOf(mayGoUp({ areaCode: '990102' }))]).toEqual(['ok', 'meeting.nothing_above']);
});
