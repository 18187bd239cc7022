import { describe, expect, test } from 'vitest';
import { computeFactorDue, computeOwed } from './owed.ts';

const at = (text: string) => new Date(`2030-03-${text}T10:00:00+08:00`);
const plain = {
  awaitsFactor: false,
  mustChangePassword: false,
  hasFactor: false,
  isDemo: false,
  way: 'password' as const,
  accountMadeAt: at('01'),
  requirement: null,
};
const requirement = { reach: 'postKinds' as const, postKinds: ['dispatchLead'], graceDays: 7, at: at('05') };

describe('what is owed after the password (登录后必办)', () => {
  test.each([
    ['nothing', {}, null, null],
    ['the code first', { awaitsFactor: true, mustChangePassword: true }, null, 'factor'],
    ['a password of one’s own', { mustChangePassword: true }, null, 'password'],
    ['no password of one’s own when none was used', { mustChangePassword: true, way: 'sso' as const }, null, null],
    ['the factor, where the post is named', { requirement }, 'dispatchLead', 'setup'],
    ['nothing in another post', { requirement }, 'gridWorker', null],
    ['nothing without a post', { requirement }, null, null],
    ['the factor of everybody', { requirement: { ...requirement, reach: 'everybody' as const } }, null, 'setup'],
    ['nothing when it is set up', { requirement, hasFactor: true }, 'dispatchLead', null],
    ['nothing of invented people', { requirement, isDemo: true }, 'dispatchLead', null],
    [
      'nothing when it was called off',
      { requirement: { ...requirement, reach: 'nobody' as const } },
      'dispatchLead',
      null,
    ],
  ])('%s', (_, more, postKind, owed) => {
    expect(computeOwed({ ...plain, ...more }, postKind, at('20'))).toBe(owed);
  });

  test('there are days of grace, also for an account made later', () => {
    expect(computeFactorDue({ ...plain, requirement }, 'dispatchLead')).toEqual(at('12'));
    expect(computeFactorDue({ ...plain, requirement, accountMadeAt: at('10') }, 'dispatchLead')).toEqual(at('17'));
    expect(computeOwed({ ...plain, requirement }, 'dispatchLead', new Date(at('12').getTime() - 1))).toBeNull();
    expect(computeOwed({ ...plain, requirement }, 'dispatchLead', at('12'))).toBe('setup');
  });
});
