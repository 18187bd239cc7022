import { describe, expect, test } from 'vitest';
import { endGrounds, lawfulGrounds, type AppointmentFacts, type PostFacts } from '../contract/staffing.ts';
import { mayMakePost } from './post-shape.ts';
import { mayAppoint, mayClosePost, mayEnd } from './staffing.ts';

const today = '2030-03-08';
const now = new Date('2030-03-08T04:00:00Z');
const post = (more: Partial<PostFacts> = {}): PostFacts => ({
  postId: 'post',
  bodyId: 'committee',
  bodyKind: 'residentsCommittee',
  kind: 'communityClerk',
  nameZh: '社区工作者',
  nameEn: 'Clerk',
  areaCode: '990199001001',
  isHead: false,
  tenure: 'appointed',
  closedOn: null,
  ...more,
});
const held = (fromOn: string, toOn: string | null, more: Partial<AppointmentFacts> = {}): AppointmentFacts => ({
  id: 'one',
  postId: 'post',
  accountId: 'bai',
  fromOn,
  toOn,
  endedAt: null,
  ...more,
});
const codeOf = (result: { ok: boolean; code?: string }) => (result.ok ? 'done' : result.code);

describe('appointing (任职)', () => {
  type Wish = { accountId: string; fromOn: string; toOn: string | null; note: string };
  const wish: Wish = { accountId: 'lin', fromOn: '2030-03-08', toOn: null, note: '' };
  const ask = (over: Partial<Wish>, appointments: AppointmentFacts[] = [], p = post()) =>
    codeOf(mayAppoint({ post: p, appointments, byAccountId: 'admin' }, { ...wish, ...over }));

  test.each([
    ['a vacant post', {}, [], 'done'],
    ['one day, first and last', { toOn: '2030-03-08' }, [], 'done'],
    ['dates the wrong way round', { toOn: '2030-03-07' }, [], 'appointment.dates_reversed'],
    ['oneself', { accountId: 'admin' }, [], 'appointment.not_yourself'],
    ['a post that is held', {}, [held('2029-01-01', null)], 'appointment.overlap'],
    ['the day after the other leaves', { fromOn: '2030-04-01' }, [held('2029-01-01', '2030-03-31')], 'done'],
    ['the last day of the other', { fromOn: '2030-03-31' }, [held('2029-01-01', '2030-03-31')], 'appointment.overlap'],
    ['the day on which the other left at once', {}, [held('2029-01-01', today, { endedAt: now })], 'done'],
    ['a post that somebody is to hold later', {}, [held('2031-01-01', null)], 'appointment.overlap'],
    ['until somebody comes', { toOn: '2030-12-31' }, [held('2031-01-01', null)], 'done'],
    ['one whose term never began', {}, [held('2030-09-01', '2030-09-01', { endedAt: now })], 'done'],
  ])('%s', (_, over, appointments, expected) => {
    expect(ask(over, appointments)).toBe(expected);
  });

  test('a closed post takes nobody, an elected one nobody without an election', () => {
    expect(ask({}, [], post({ closedOn: '2030-01-01' }))).toBe('post.closed');
    expect(ask({}, [], post({ tenure: 'elected' }))).toBe('appointment.elected_needs_result');
    expect(ask({ note: '3月1日换届选举当选' }, [], post({ tenure: 'elected' }))).toBe('done');
  });
});

describe('ending (离任)', () => {
  const end = { lastOn: today, atOnce: false, ground: 'moved' as const, note: '调街道' };
  const ask = (
    over: object,
    p: Partial<PostFacts> = {},
    appointment = held('2029-01-01', null),
    others: AppointmentFacts[] = [],
  ) => mayEnd({ post: post(p), appointment, otherAdministrators: others, today }, { ...end, ...over }, now);

  test.each(endGrounds)('an elected person leaves for %s only if the law says so', (ground) => {
    const isLawful = (lawfulGrounds as readonly string[]).includes(ground);
    expect(codeOf(ask({ ground }, { tenure: 'elected' }))).toBe(isLawful ? 'done' : 'appointment.elected_protected');
    expect(codeOf(ask({ ground }))).toBe(ground === 'recalled' ? 'appointment.recall_is_for_elected' : 'done');
  });

  test.each([
    ['without words', { note: '' }, held('2029-01-01', null), 'appointment.ground_needs_note'],
    ['yesterday', { lastOn: '2030-03-07' }, held('2029-01-01', null), 'appointment.end_in_past'],
    ['before it begins', { lastOn: '2030-03-09' }, held('2030-04-01', null), 'appointment.end_before_begin'],
    ['later than known', { lastOn: '2030-12-31' }, held('2029-01-01', '2030-06-30'), 'appointment.end_later'],
    ['what ended yesterday', {}, held('2029-01-01', '2030-03-07'), 'appointment.already_ended'],
    ['what ended at once this morning', {}, held('2029-01-01', today, { endedAt: now }), 'appointment.already_ended'],
  ])('%s is refused', (_, over, appointment, expected) => {
    expect(codeOf(ask(over, {}, appointment))).toBe(expected);
  });

  test('at once ends today; what has not begun never begins', () => {
    expect(ask({ atOnce: true, lastOn: '1999-01-01' })).toMatchObject({ value: { lastOn: today } });
    expect(ask({ atOnce: true }, {}, held('2030-09-01', null))).toMatchObject({ value: { lastOn: '2030-09-01' } });
  });

  test.each([
    ['nobody else', [], 'administrator.last'],
    ['one who left', [held('2029-01-01', '2030-03-07')], 'administrator.last'],
    ['one who leaves on the same day', [held('2029-01-01', today)], 'administrator.last'],
    ['one who only comes tomorrow', [held('2030-03-09', null)], 'administrator.last'],
    ['one who stays', [held('2029-01-01', null)], 'done'],
  ])('an administrator with %s beside them', (_, others, expected) => {
    expect(codeOf(ask({}, { kind: 'districtAdministrator' }, undefined, others))).toBe(expected);
  });
});

test.each([
  ['vacant, with a reason', [], '并岗', 'done'],
  ['vacant, without a reason', [], '', 'post.needs_note'],
  ['held', [held('2029-01-01', null)], '并岗', 'post.still_held'],
  ['to be held', [held('2031-01-01', null)], '并岗', 'post.still_held'],
  ['left yesterday', [held('2029-01-01', '2030-03-07')], '并岗', 'done'],
])('closing a post that is %s', (_, appointments, note, expected) => {
  expect(codeOf(mayClosePost({ post: post(), appointments }, { today, note }))).toBe(expected);
});

test.each([
  [
    'a grid worker for a grid of the community',
    'residentsCommittee',
    { kind: 'gridWorker', areaCode: '990199001001001' },
    'done',
  ],
  [
    'a grid worker for the whole community',
    'residentsCommittee',
    { kind: 'gridWorker' },
    'post.grid_worker_without_grid',
  ],
  ['a supervisor in a company', 'propertyManager', { kind: 'supervisor' }, 'post.not_of_this_body'],
  ['a clerk for the next community', 'residentsCommittee', { areaCode: '990199001002' }, 'post.outside_body'],
  ['a second head', 'residentsCommittee', { isHead: true }, 'post.second_head'],
  [
    'an elected administrator',
    'districtCentre',
    { kind: 'districtAdministrator', tenure: 'elected' },
    'post.administrator_plain',
  ],
] as const)('making %s', (_, kind, over, expected) => {
  const plan = {
    kind: 'communityClerk',
    areaCode: '990199001001',
    isHead: false,
    tenure: 'appointed',
    ...over,
  } as const;
  expect(codeOf(mayMakePost({ kind, areaCode: '990199001001', hasHead: true }, plan))).toBe(expected);
});
