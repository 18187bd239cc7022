import { describe, expect, test } from 'vitest';
import type { Procedure } from '../kit/define-procedure.ts';
import type { Matter } from '../kit/matter.ts';
import type { Asker } from './asker.ts';
import { decideAssign, type LastGiven } from './may-assign.ts';

const procedure = {
  roles: { community: { is: 'holder', of: ['residentsCommittee'] }, handler: { is: 'holder' } },
  states: { handling: { kind: 'open' }, settled: { kind: 'final' } },
} as unknown as Procedure;
const matter = (over: object = {}) =>
  ({
    state: 'handling',
    seq: 4,
    lastAt: new Date(0),
    holder: { bodyId: 'north', kind: 'residentsCommittee', accountId: 'ann' },
    offer: null,
    ...over,
  }) as unknown as Matter;
const by = (accountId: string, over: object = {}): Asker => ({
  kind: 'worker',
  accountId,
  postId: 'p',
  bodyId: 'north',
  isHead: false,
  ...over,
});
const colleagues = ['ann', 'bo', 'cy'];
const give = (asker: Asker, to: string, of = matter(), lastGiven: LastGiven | null = null) => {
  const decided = decideAssign(procedure, of, { by: asker, to, colleagues, lastGiven }, new Date(1));
  return decided.ok ? [decided.value.seq, decided.value.wasAccountId, decided.value.toAccountId] : decided.code;
};

describe('a matter is given to a colleague (单位内指派)', () => {
  test('by the head, by who has it, or by anyone there when nobody has it by name', () => {
    expect(give(by('cy', { isHead: true }), 'bo')).toEqual([5, 'ann', 'bo']);
    expect(give(by('ann'), 'bo')).toEqual([5, 'ann', 'bo']);
    const nobodys = matter({ holder: { bodyId: 'north', kind: 'residentsCommittee', accountId: null } });
    expect(give(by('bo'), 'bo', nobodys)).toEqual([5, null, 'bo']);
  });

  test.each([
    ['who neither leads nor has it', by('cy'), 'bo', matter(), 'assign.not_yours'],
    ['another body', by('ann', { bodyId: 'south', isHead: true }), 'bo', matter(), 'assign.not_yours'],
    ['a person of the public', { kind: 'reporter' }, 'bo', matter(), 'assign.not_yours'],
    ['to somebody from elsewhere', by('ann'), 'zoe', matter(), 'assign.not_a_colleague'],
    ['to who has it', by('ann'), 'ann', matter(), 'assign.has_it'],
    ['when it has ended', by('ann'), 'bo', matter({ state: 'settled' }), 'assign.ended'],
    [
      'while another body is asked',
      by('ann'),
      'bo',
      matter({ offer: { to: { bodyId: 'south' }, fromBodyId: 'north' } }),
      'assign.offered',
    ],
  ] as const)('not by or to %s', (_, asker, to, of, code) => expect(give(asker, to, of)).toBe(code));

  test('is taken back by who gave it, to whom it came from, while nothing else has happened', () => {
    const lastGiven = { byAccountId: 'bo', wasAccountId: 'bo' };
    expect(give(by('bo'), 'bo', matter(), lastGiven)).toEqual([5, 'ann', 'bo']);
    expect(give(by('bo'), 'bo', matter())).toBe('assign.not_yours');
    expect(give(by('bo'), 'cy', matter(), lastGiven)).toBe('assign.not_yours');
    expect(give(by('cy'), 'bo', matter(), lastGiven)).toBe('assign.not_yours');
    expect(give(by('bo', { bodyId: 'south' }), 'bo', matter(), lastGiven)).toBe('assign.not_yours');
  });
});
