import { describe, expect, test } from 'vitest';
import type { AppointmentFacts, DeputyFacts } from '../contract/staffing.ts';
import { mayEndDeputy, mayNameDeputy, type DeputyNaming, type DeputyWish } from './deputies.ts';

const today = '2030-03-08';
const now = new Date('2030-03-08T04:00:00Z');
const own = { accountId: 'bai', isDeputy: false, isAdministrator: false };
const office = { accountId: 'admin', isDeputy: false, isAdministrator: true };
const appointment: AppointmentFacts = {
  id: 'director',
  postId: 'post',
  accountId: 'bai',
  fromOn: '2029-01-01',
  toOn: '2031-12-31',
  endedAt: null,
};
const stand = (more: Partial<DeputyFacts>): DeputyFacts => ({
  id: 'deputy',
  appointmentId: 'director',
  postId: 'post',
  holderAccountId: 'bai',
  accountId: 'lin',
  fromOn: '2030-03-10',
  toOn: '2030-03-14',
  endedAt: null,
  ...more,
});
const codeOf = (result: { ok: boolean; code?: string }) => (result.ok ? 'done' : result.code);

describe('naming a deputy (代理)', () => {
  const wish: DeputyWish = { accountId: 'lin', fromOn: '2030-03-10', toOn: '2030-03-14', reason: '出差' };
  const elsewhere = { appointmentId: 'secretary', postId: 'other' };

  test.each<[string, Partial<DeputyNaming>, Partial<DeputyWish>, string]>([
    ['a colleague, for my own post', {}, {}, 'done'],
    ['a colleague, by an administrator', { by: office }, {}, 'done'],
    ['today only', {}, { fromOn: today, toOn: today }, 'done'],
    ['by one who stands in', { by: { ...own, isDeputy: true } }, {}, 'deputy.not_by_deputy'],
    ['for a vacant post', { appointment: undefined }, {}, 'deputy.post_vacant'],
    ['for another’s post', { by: { ...own, accountId: 'wu' } }, {}, 'deputy.not_your_post'],
    ['oneself', {}, { accountId: 'bai' }, 'deputy.not_oneself'],
    ['oneself, as administrator, for another’s post', { by: office }, { accountId: 'admin' }, 'deputy.not_oneself'],
    ['with dates the wrong way round', {}, { toOn: '2030-03-09' }, 'deputy.dates_reversed'],
    ['from yesterday', {}, { fromOn: '2030-03-07' }, 'deputy.in_past'],
    ['beyond the term', {}, { toOn: '2032-01-01' }, 'deputy.beyond_appointment'],
    ['without a reason', {}, { reason: '' }, 'deputy.needs_reason'],
    ['somebody of another body', { isColleague: false }, {}, 'deputy.other_body'],
    ['when there is one already', { deputies: [stand({})] }, {}, 'deputy.overlap'],
    ['when the other one was ended', { deputies: [stand({ endedAt: now })] }, {}, 'done'],
    ['the day after the other one', { deputies: [stand({})] }, { fromOn: '2030-03-15', toOn: '2030-03-16' }, 'done'],
    [
      'somebody who is away then, so that no loop comes about',
      { deputies: [stand({ ...elsewhere, holderAccountId: 'lin', accountId: 'bai' })] },
      {},
      'deputy.is_away',
    ],
    [
      'while standing in for somebody, so that no chain comes about',
      { deputies: [stand({ ...elsewhere, holderAccountId: 'wu', accountId: 'bai' })] },
      {},
      'deputy.stands_in',
    ],
    [
      'somebody who is away at another time',
      {
        deputies: [
          stand({ ...elsewhere, holderAccountId: 'lin', accountId: 'wu', fromOn: '2030-04-01', toOn: '2030-04-02' }),
        ],
      },
      {},
      'done',
    ],
  ])('%s', (_, facts, over, expected) => {
    const asked = { by: own, appointment, isColleague: true, deputies: [], today, ...facts };
    expect(codeOf(mayNameDeputy(asked, { ...wish, ...over }))).toBe(expected);
  });
});

test.each([
  ['the holder', 'bai', false, {}, 'done'],
  ['the deputy', 'lin', false, {}, 'done'],
  ['an administrator', 'admin', true, {}, 'done'],
  ['a colleague', 'wu', false, {}, 'deputy.not_yours'],
  ['the holder, twice', 'bai', false, { endedAt: now }, 'deputy.already_ended'],
  [
    'the holder, after the last day',
    'bai',
    false,
    { fromOn: '2030-03-01', toOn: '2030-03-07' },
    'deputy.already_ended',
  ],
])('ended by %s', (_, accountId, isAdministrator, over, expected) => {
  expect(codeOf(mayEndDeputy(stand(over), { accountId, isAdministrator }, today))).toBe(expected);
});
