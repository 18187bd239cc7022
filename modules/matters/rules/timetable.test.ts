import { expect, test } from 'vitest';
import { hoursAt, isSoundTimetable, type OfficeHours, type Timetable } from './timetable.ts';

const stretch = (fromMinute: number, toMinute: number): OfficeHours => ({ fromMinute, toMinute });
const winter = [stretch(540, 720), stretch(840, 1050)];
const summer = [stretch(510, 720), stretch(870, 1110)];

test.each([
  ['05-01', '09-30', '04-30', winter],
  ['05-01', '09-30', '05-01', summer],
  ['05-01', '09-30', '09-30', summer],
  ['05-01', '09-30', '10-01', winter],
  ['11-01', '02-28', '12-31', summer],
  ['11-01', '02-28', '01-01', summer],
  ['11-01', '02-28', '03-01', winter],
])('other hours from %s to %s: on %s', (from, to, monthDay, hours) => {
  expect(hoursAt({ hours: winter, summer: { from, to, hours: summer } }, monthDay)).toBe(hours);
});

test.each<[string, Timetable, boolean]>([
  ['two stretches', { hours: winter }, true],
  ['a summer form', { hours: winter, summer: { from: '05-01', to: '09-30', hours: summer } }, true],
  ['no hours', { hours: [] }, false],
  ['no hours in summer', { hours: winter, summer: { from: '05-01', to: '09-30', hours: [] } }, false],
  ['stretches that overlap', { hours: [stretch(540, 720), stretch(700, 900)] }, false],
  ['stretches in the wrong order', { hours: [stretch(840, 1050), stretch(540, 720)] }, false],
  ['a stretch without length', { hours: [stretch(540, 540)] }, false],
  ['a stretch past midnight', { hours: [stretch(540, 1500)] }, false],
  ['half minutes', { hours: [stretch(540.5, 720)] }, false],
  ['a date that is none', { hours: winter, summer: { from: '05-01', to: '09-31', hours: summer } }, false],
  ['words for a date', { hours: winter, summer: { from: 'May', to: '09-30', hours: summer } }, false],
])('a timetable with %s can be counted by: %s', (_, timetable, isSound) => {
  expect(isSoundTimetable(timetable)).toBe(isSound);
});
