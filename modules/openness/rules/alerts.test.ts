import { describe, expect, test } from 'vitest';
import { readCause, writeCause } from '../contract/alert-message.ts';
import { readAlertToken, writeAlertToken } from './alert-token.ts';
import { lastMorning } from './last-morning.ts';
import { readMail } from '../../requests/index.ts';

const AHEAD_MS = 8 * 3_600_000;
const DAY_MS = 86_400_000;
const calendar = {
  dayOf: (instant: Date) => Math.floor((instant.getTime() + AHEAD_MS) / DAY_MS),
  instantOf: (day: number, minute: number) => new Date(day * DAY_MS + minute * 60_000 - AHEAD_MS),
};

describe('news of an area (社区消息)', () => {
  test.each([
    ['Li.Test@Mail.Invalid ', 'li.test@mail.invalid'],
    ['ｌｉ＠mail.invalid', 'li@mail.invalid'],
    ['李@例子.公司', '李@例子.公司'],
    ['li@mail', undefined],
    ['li@mail.invalid,other@mail.invalid', undefined],
    ['li@mail.invalid\r\nBcc: other@mail.invalid', undefined],
    ['<li@mail.invalid>', undefined],
    [`${'a'.repeat(250)}@mail.invalid`, undefined],
    ['', undefined],
  ])('%j is read as %j', (typed, mail) => {
    expect(readMail(typed)).toBe(mail);
  });

  test.each([
    ['2026-11-26T07:59:00+08:00', '2026-11-25T08:00:00+08:00'],
    ['2026-11-26T08:00:00+08:00', '2026-11-26T08:00:00+08:00'],
    ['2026-11-26T23:59:00+08:00', '2026-11-26T08:00:00+08:00'],
  ])('at %s the last morning was %s', (now, morning) => {
    expect(lastMorning(new Date(now), calendar)).toEqual(new Date(morning));
  });

  test('a token is ours, of one subscription, and not of another', () => {
    const keys = { index: new Uint8Array(32).fill(7) };
    const [one, two] = ['01900000-0000-7000-8000-000000000001', '01900000-0000-7000-8000-000000000002'];
    const token = writeAlertToken(keys, one);
    expect(readAlertToken(keys, token)).toBe(one);
    expect(readAlertToken(keys, token.replace(one, two))).toBeUndefined();
    expect(readAlertToken({ index: new Uint8Array(32).fill(8) }, token)).toBeUndefined();
    for (const bad of ['', '.', one, `${one}.`, `${one}.x`]) expect(readAlertToken(keys, bad)).toBeUndefined();
  });

  test('a span of news is written into its cause and read back', () => {
    const span = { from: new Date('2026-11-25T00:00:00Z'), until: new Date('2026-11-26T00:00:00Z') };
    expect(readCause(writeCause(span))).toEqual(span);
    expect(readCause('confirm:2026-11-25T00:00:00Z')).toBeUndefined();
  });
});
