import { expect, test } from 'vitest';
import { libraryCard } from '../testing/library-card.ts';
import { amendProcedure } from './amend-procedure.ts';
import { faultsIn } from './check-procedure.ts';
import type { Procedure } from './define-procedure.ts';

const published: Procedure = libraryCard;
const supporter = { zh: '附议的读者', en: 'readers who joined in', is: 'supporter' } as const;
const says = {
  zh: '读者说',
  en: 'A reader says',
  from: ['shelved'],
  to: 'same' as const,
  by: ['supporter'],
  says: { zh: '一位读者说了看法。', en: 'A reader said something.' },
};

test('an amendment adds to a version and leaves all that was published as it was', () => {
  const amended = amendProcedure(published, { amendedOn: '2026-11-26', roles: { supporter }, steps: { says } });
  const { says: added, ...steps } = amended.steps;
  const { supporter: role, ...roles } = amended.roles;
  const { amendedOn, ...rest } = { ...amended, steps, roles };
  expect([added, role, amendedOn]).toEqual([says, supporter, '2026-11-26']);
  expect(rest).toEqual(published);
  expect(faultsIn(amended)).toEqual([]);
});

test('and changes no step or role that is there', () => {
  const step = { ...published.steps['handOver']!, by: ['reader'] };
  const change = { amendedOn: '2026-11-26', roles: {}, steps: { handOver: step } };
  expect(() => amendProcedure(published, change)).toThrow('has handOver already');
});
