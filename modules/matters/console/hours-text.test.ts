import { expect, test } from 'vitest';
import { readDates, readHours, writeHours } from './hours-text.ts';

const hours = [
  { fromMinute: 540, toMinute: 720 },
  { fromMinute: 870, toMinute: 1080 },
];

test('office hours are written as people write them and read back', () => {
  expect(writeHours(hours)).toBe('09:00-12:00 14:30-18:00');
  expect(readHours(writeHours(hours))).toEqual(hours);
});

test.each(['9:00-12:00，14:30－18:00', '09:00~12:00、14:30—18:00', ' 9:00-12:00\n14:30-18:00 '])('reads %s', (text) => {
  expect(readHours(text)).toEqual(hours);
});

test.each(['', '上午', '9-12', '9:00-12:00 下午'])('what cannot be read is no hours: %s', (text) => {
  expect(readHours(text)).toEqual([]);
});

test('dates stand on lines or beside each other', () => {
  expect(readDates('2027-01-01\n2027-02-05， 2027-02-06\n')).toEqual(['2027-01-01', '2027-02-05', '2027-02-06']);
});
