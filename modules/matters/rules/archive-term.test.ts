import { expect, test } from 'vitest';
import { archiveTerm } from './archive-term.ts';
import { statutoryCalendar } from './calendar.ts';

const calendar = statutoryCalendar('Asia/Shanghai');
const procedure = { archiveYears: 10, archiveYearsBy: { notOurs: 3 } } as const;

test.each([
  ['a result without a term of its own', 'solved', '2026-11-26T02:00:00Z', { years: 10, untilOn: '2036-11-26' }],
  ['a result with one', 'notOurs', '2026-11-26T02:00:00Z', { years: 3, untilOn: '2029-11-26' }],
  [
    'an end late in the evening of the district',
    'notOurs',
    '2026-11-25T16:30:00Z',
    { years: 3, untilOn: '2029-11-26' },
  ],
  ['a leap day', 'notOurs', '2028-02-29T02:00:00Z', { years: 3, untilOn: '2031-02-28' }],
] as const)('%s is kept for its years', (_, conclusion, ended, term) => {
  expect(archiveTerm(procedure, { endedAt: new Date(ended), conclusion }, calendar)).toEqual(term);
});

test('what is open is not archived yet', () => {
  expect(archiveTerm(procedure, { endedAt: null, conclusion: 'solved' }, calendar)).toBeNull();
});
