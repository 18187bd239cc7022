import { expect, test } from 'vitest';
import type { Actor } from '../../../platform/work.ts';
import type { DutyLine } from '../contract/duty.ts';
import { areaOfRuling, findDuty, mayRecordDuty } from './duty-matrix.ts';

const [district, subdistrict, community] = ['990199', '990199001', '990199001001'];
let count = 0;
const line = (areaCode: string, bodyId: string | null, fromOn: string, more: Partial<DutyLine> = {}): DutyLine => ({
  id: String(++count),
  category: 'noise',
  areaCode,
  bodyId,
  limitWorkingDays: 5,
  fromOn,
  source: '三定方案',
  reason: '',
  ruling: null,
  recordedAt: new Date(2030, 0, count),
  ...more,
});
const bodyFor = (lines: readonly DutyLine[], areaCode: string, on: string) =>
  findDuty(lines, 'noise', areaCode, on)?.bodyId;

test('the narrowest area that has a line answers', () => {
  const lines = [line(district, 'bureau', '2030-01-01'), line(community, 'committee', '2030-01-01')];
  expect(bodyFor(lines, `${community}003`, '2030-02-01')).toBe('committee');
  expect(bodyFor(lines, '990199001002003', '2030-02-01')).toBe('bureau');
  expect(findDuty(lines, 'water', community, '2030-02-01')).toBeUndefined();
});

test('a line holds from its day on, and the one before it until then', () => {
  const lines = [line(subdistrict, 'old', '2030-01-01'), line(subdistrict, 'new', '2030-03-01')];
  expect(bodyFor(lines, community, '2029-12-31')).toBeUndefined();
  expect(bodyFor(lines, community, '2030-02-28')).toBe('old');
  expect(bodyFor(lines, community, '2030-03-01')).toBe('new');
});

test('of two from one day the one recorded later holds; an ended line leaves the wider area’s', () => {
  const lines = [
    line(district, 'bureau', '2030-01-01'),
    line(subdistrict, 'first', '2030-01-01'),
    line(subdistrict, 'second', '2030-01-01'),
  ];
  expect(bodyFor(lines, community, '2030-01-01')).toBe('second');
  expect(bodyFor([...lines, line(subdistrict, null, '2030-02-01')], community, '2030-02-01')).toBe('bureau');
});

const lead = (areaCode: string) => ({ kind: 'worker', areaCode }) as Actor;
const wish = { areaCode: community, fromOn: '2030-03-08', limitWorkingDays: 3, source: '会议纪要' };
test.each([
  ['the lead of the sub-district', lead(subdistrict), {}, undefined],
  ['the dispatch lead', lead(district), {}, undefined],
  ['the lead of the next sub-district', lead('990199002'), {}, 'duty.other_place'],
  ['a lead for the whole district', lead(subdistrict), { areaCode: district }, 'duty.other_place'],
  ['yesterday', lead(district), { fromOn: '2030-03-07' }, 'duty.in_the_past'],
  ['a limit of no days', lead(district), { limitWorkingDays: 0 }, 'duty.limit_unreadable'],
  ['half a day', lead(district), { limitWorkingDays: 0.5 }, 'duty.limit_unreadable'],
  ['no source', lead(district), { source: ' ' }, 'duty.source_missing'],
])('recording a line: %s', (_, actor, more, code) => {
  expect(mayRecordDuty(actor, { ...wish, ...more }, '2030-03-08')).toMatchObject(code ? { code } : { ok: true });
});

test('a ruling to one community is written back for that community only', () => {
  expect(areaOfRuling(`${community}004`, '990199001002')).toBe(community);
  expect(areaOfRuling(`${community}004`, subdistrict)).toBe(subdistrict);
  expect(areaOfRuling(`${community}004`, district)).toBe(subdistrict);
});
