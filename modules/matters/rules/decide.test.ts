import { describe, expect, test } from 'vitest';
import type { Procedure } from '../kit/define-procedure.ts';
import type { Matter } from '../kit/matter.ts';
import { libraryCard } from '../testing/library-card.ts';
import {
  after,
  at,
  chiefOf,
  clerkOf,
  decide,
  libraries,
  openLoan,
  opening,
  reader,
  timer,
  type Doing,
} from '../testing/library-desk.ts';
import type { Asker } from './asker.ts';
import { decideMisses, mayBegin } from './decide.ts';

const procedure: Procedure = libraryCard;
const north = clerkOf('north');
const south = clerkOf('south');
const reason = { reason: '不归我们' };
const take: Doing = { step: 'take', by: north, at: '2026-11-16 11:00' };
const passOn: Doing = { step: 'passOn', by: north, at: '2026-11-16 12:00', input: reason, to: 'south' };

/** One matter in each state, as it would come there. */
const requested = openLoan();
const searching = after(requested, take);
const passedOn = after(searching, passOn);
const disputed = after(
  passedOn,
  { step: 'decline', by: south, at: '2026-11-16 13:00', input: reason },
  passOn,
  { step: 'decline', by: south, at: '2026-11-16 14:00', input: reason },
  passOn,
);
const lent = after(searching, { step: 'lend', by: north, at: '2026-11-16 12:00' });
const checked = after(searching, { step: 'giveUp', by: north, at: '2026-11-16 12:00', input: { reply: '没有' } });
const returned = after(searching, { step: 'handOver', by: north, at: '2026-11-16 12:00', input: { reply: '在这' } });
const shelved = after(returned, { step: 'judge', by: reader, at: '2026-11-16 13:00', input: { mark: 5 } });
const elsewhere = after(requested, { step: 'redirect', by: north, at: '2026-11-16 12:00' });
const cancelled = after(requested, { step: 'cancel', by: reader, at: '2026-11-16 12:00' });
const matters = { requested, searching, passedOn, disputed, lent, checked, returned, shelved, elsewhere, cancelled };
type StateName = keyof typeof matters;

const askers = {
  reader,
  timer,
  northClerk: north,
  northChief: chiefOf('north'),
  southClerk: south,
  southChief: chiefOf('south'),
  mainClerk: clerkOf('main'),
  mainChief: chiefOf('main'),
  archiveChief: chiefOf('archive'),
} satisfies Record<string, Asker>;
type AskerName = keyof typeof askers;

/** For every state what each asker may begin; whoever and whatever is not named here may not. */
const mayBegins: Record<StateName, Partial<Record<AskerName, string[]>>> = {
  requested: { reader: ['cancel'], northClerk: ['take', 'redirect'], northChief: ['take', 'redirect'] },
  searching: {
    reader: ['cancel'],
    northClerk: ['passOn', 'sendUp', 'lend', 'note', 'handOver', 'giveUp', 'redirect'],
    northChief: ['passOn', 'sendUp', 'lend', 'prolong', 'note', 'handOver', 'giveUp', 'redirect'],
  },
  passedOn: {
    reader: ['cancel'],
    northClerk: ['note'],
    northChief: ['note'],
    southClerk: ['take', 'decline'],
    southChief: ['take', 'decline'],
  },
  disputed: { reader: ['cancel'], northClerk: ['note'], northChief: ['note'], mainChief: ['settle'] },
  lent: {
    reader: ['extend', 'bringBack', 'cancel'],
    timer: ['recall'],
    northClerk: ['recall', 'note'],
    northChief: ['recall', 'note'],
  },
  checked: { reader: ['cancel'], northClerk: ['note'], northChief: ['note', 'confirmLoss', 'keepSearching'] },
  returned: { reader: ['judge'], timer: ['lapse'] },
  shelved: { reader: ['lookAgain'] },
  elsewhere: {},
  cancelled: {},
};
const now = at('2026-11-16 18:00');

describe.each(Object.entries(mayBegins))('in the state %s', (state, allowed) => {
  const matter = matters[state as StateName];

  test.each(Object.entries(askers))('%s may begin what is theirs and nothing else', (name, by) => {
    expect(matter.state).toBe(state);
    const can = Object.keys(procedure.steps).filter((step) => mayBegin(procedure, matter, step, by, now).allowed);
    expect(can).toEqual(allowed[name as AskerName] ?? []);
  });

  test('each refusal says why, and a decision refuses by the same reason', () => {
    for (const [name, step] of Object.entries(procedure.steps))
      for (const by of Object.values(askers)) {
        const begin = mayBegin(procedure, matter, name, by, now);
        if (begin.allowed) continue;
        expect(begin.code).toBe(step.from.includes(state) ? 'step.not_yours' : 'step.not_in_this_state');
        expect(decide(matter, { step: name, by, at: now })).toEqual({
          ok: false,
          code: begin.code,
          details: begin.details,
        });
      }
  });
});

describe('who may act', () => {
  test('depends on the kind of the body that holds the matter', () => {
    const atHall = after(
      searching,
      { step: 'sendUp', by: north, at: '2026-11-16 12:00', input: reason },
      { step: 'take', by: clerkOf('main'), at: '2026-11-16 13:00' },
    );
    expect(mayBegin(procedure, atHall, 'sendUp', clerkOf('main'), now)).toMatchObject({ code: 'step.not_yours' });
    expect(mayBegin(procedure, atHall, 'sendBack', clerkOf('main'), now)).toEqual({ allowed: true });
    expect(mayBegin(procedure, searching, 'sendBack', north, now)).toMatchObject({ code: 'step.not_yours' });
  });

  test('is the first contact by the post, also after the matter has gone elsewhere', () => {
    const atSouth = after(passedOn, { step: 'take', by: south, at: '2026-11-16 13:00' });
    expect(mayBegin(procedure, atSouth, 'note', north, now)).toEqual({ allowed: true });
    expect(mayBegin(procedure, atSouth, 'note', chiefOf('north'), now)).toMatchObject({ code: 'step.not_yours' });
    expect(mayBegin(procedure, atSouth, 'note', { ...chiefOf('main'), postId: north.postId }, now)).toEqual({
      allowed: true,
    });
  });

  test('is told with the names of those who may, in both languages', () => {
    expect(mayBegin(procedure, searching, 'passOn', reader, now)).toEqual({
      allowed: false,
      code: 'step.not_yours',
      details: { whoZh: '分馆、总馆', whoEn: 'the branch or the main library' },
    });
    expect(mayBegin(procedure, searching, 'take', north, now)).toEqual({
      allowed: false,
      code: 'step.not_in_this_state',
      details: { stepZh: '接手', stepEn: 'Take', stateZh: '找书中', stateEn: 'Searching' },
    });
    expect(mayBegin(procedure, searching, 'burn', north, now)).toEqual({
      allowed: false,
      code: 'step.unknown',
      details: { step: 'burn' },
    });
  });
});

describe('a guard', () => {
  test('that looks at the time takes the button away', () => {
    expect(mayBegin(procedure, lent, 'extend', reader, at('2026-12-01 23:59'))).toEqual({ allowed: true });
    expect(mayBegin(procedure, lent, 'extend', reader, at('2026-12-02 00:01'))).toEqual({
      allowed: false,
      code: 'card.loan_is_over',
    });
  });

  test('that looks at the input refuses only the decision', () => {
    expect(decide(lent, { step: 'extend', by: reader, at: now, input: { weeks: 'two' } })).toMatchObject({ ok: true });
    expect(decide(lent, { step: 'extend', by: reader, at: now, input: { weeks: 'eight' } })).toEqual({
      ok: false,
      code: 'card.too_many_weeks',
      details: { weeks: 4 },
    });
  });

  test('closes the window in which an end may be reopened', () => {
    expect(decide(shelved, { step: 'lookAgain', by: reader, at: '2026-11-23 13:00', input: reason })).toMatchObject({
      ok: true,
    });
    expect(decide(shelved, { step: 'lookAgain', by: reader, at: '2026-11-23 13:01', input: reason })).toMatchObject({
      code: 'card.too_late',
    });
  });
});

describe('holding (承办)', () => {
  const holderOf = (matter: Matter) => matter.holder.bodyId;

  test('begins with the body that keeps it, before anyone has accepted', () => {
    expect(requested).toMatchObject({
      holder: { bodyId: libraries.north.bodyId, accountId: libraries.north.headAccountId },
      offer: { to: libraries.north },
      firstContact: { accountId: north.accountId },
      hops: 0,
    });
    expect(searching).toMatchObject({ holder: { accountId: north.accountId }, offer: null, cameFrom: [], hops: 0 });
  });

  test('stays with the sender until the other has accepted', () => {
    expect(passedOn).toMatchObject({
      offer: { to: libraries.south, fromBodyId: libraries.north.bodyId },
      hops: 1,
      cameFrom: [],
    });
    expect(holderOf(passedOn)).toBe(libraries.north.bodyId);
    const taken = after(passedOn, { step: 'take', by: south, at: '2026-11-16 13:00' });
    expect(taken).toMatchObject({
      holder: { bodyId: libraries.south.bodyId, accountId: south.accountId },
      offer: null,
      cameFrom: [libraries.north.bodyId],
      hops: 1,
    });
  });

  test('stays with the sender when the other declines', () => {
    const declined = after(passedOn, { step: 'decline', by: south, at: '2026-11-16 13:00', input: reason });
    expect(declined).toMatchObject({ holder: { accountId: north.accountId }, offer: null, cameFrom: [], hops: 1 });
  });

  test('goes back to where the matter came from', () => {
    const atHall = after(
      searching,
      { step: 'sendUp', by: north, at: '2026-11-16 12:00', input: reason },
      { step: 'take', by: clerkOf('main'), at: '2026-11-16 13:00' },
      { step: 'sendBack', by: clerkOf('main'), at: '2026-11-16 14:00', input: reason },
    );
    expect(atHall).toMatchObject({ state: 'passedOn', offer: { to: libraries.north }, hops: 2 });
    expect(after(atHall, { step: 'take', by: north, at: '2026-11-16 15:00' }).cameFrom).toEqual([
      libraries.north.bodyId,
      libraries.main.bodyId,
    ]);
  });

  test.each<[string, Doing, string]>([
    ['to the body that has it', { ...passOn, to: 'north' }, 'transfer.to_holder'],
    ['to a body that does not exist', { step: 'passOn', by: north, at: '2026-11-16 12:00' }, 'transfer.no_such_body'],
  ])('is not offered %s', (_, doing, code) => {
    expect(decide(searching, doing)).toEqual({ ok: false, code });
  });

  test('ends with the matter: no offer is left open', () => {
    expect(after(passedOn, { step: 'cancel', by: reader, at: '2026-11-16 13:00' })).toMatchObject({
      offer: null,
      state: 'cancelled',
    });
    expect(elsewhere.offer).toBeNull();
  });
});

describe('the third hop (不得一转了之)', () => {
  test('goes to whoever decides between the bodies, whatever was chosen', () => {
    expect(disputed).toMatchObject({
      state: 'disputed',
      hops: 3,
      offer: { to: libraries.main },
      holder: { bodyId: libraries.north.bodyId },
    });
  });

  test('is ruled: the body named has it at once, its head answers, and nobody needs to accept', () => {
    const settled = after(disputed, {
      step: 'settle',
      by: chiefOf('main'),
      at: '2026-11-17 10:00',
      input: reason,
      to: 'south',
    });
    expect(settled).toMatchObject({
      state: 'searching',
      holder: { bodyId: libraries.south.bodyId, accountId: libraries.south.headAccountId },
      offer: null,
      cameFrom: [libraries.north.bodyId],
      hops: 3,
    });
    expect(after(settled, { ...passOn, by: south, at: '2026-11-17 11:00', to: 'north' })).toMatchObject({
      state: 'disputed',
    });
  });

  test('may be ruled back to the sender', () => {
    const settled = after(disputed, {
      step: 'settle',
      by: chiefOf('main'),
      at: '2026-11-17 10:00',
      input: reason,
      to: 'north',
    });
    expect(settled).toMatchObject({
      holder: { bodyId: libraries.north.bodyId, accountId: libraries.north.headAccountId },
      cameFrom: [],
    });
  });

  test('needs a body to rule for', () => {
    expect(decide(disputed, { step: 'settle', by: chiefOf('main'), at: now })).toMatchObject({
      code: 'transfer.no_such_body',
    });
  });
});

describe('conclusions (办理结果)', () => {
  test('are given by the step that answers, and kept to the end', () => {
    expect(returned).toMatchObject({ conclusion: 'solved', answeredAt: at('2026-11-16 12:00'), endedAt: null });
    expect(shelved).toMatchObject({ conclusion: 'solved', endedAt: at('2026-11-16 13:00') });
    expect(after(checked, { step: 'confirmLoss', by: chiefOf('north'), at: '2026-11-16 13:00' }).conclusion).toBe(
      'explained',
    );
    expect(elsewhere.conclusion).toBe('notOurs');
    expect(cancelled.conclusion).toBe('withdrawn');
  });

  test('are taken back when a bad mark or a request reopens the matter', () => {
    const reopened = after(returned, { step: 'judge', by: reader, at: '2026-11-16 13:00', input: { mark: 1 } });
    expect(reopened).toMatchObject({ state: 'searching', conclusion: null, reopenings: 1, endedAt: null });
    const again = after(shelved, { step: 'lookAgain', by: reader, at: '2026-11-17 13:00', input: reason });
    expect(again).toMatchObject({ state: 'searching', conclusion: null, reopenings: 1, endedAt: null });
    expect(shelved.reopenings).toBe(0);
  });
});

describe('a decision', () => {
  test('says who did what, from where to where', () => {
    const decision = decide(requested, { step: 'take', by: north, at: '2026-11-16 11:00', input: { memo: '内部' } });
    expect(decision).toMatchObject({
      ok: true,
      value: {
        kind: 'stepTaken',
        seq: 2,
        at: at('2026-11-16 11:00'),
        by: { role: 'asked', actor: 'worker', accountId: north.accountId, postId: north.postId, bodyId: north.bodyId },
        from: 'requested',
        to: 'searching',
        input: { memo: '内部' },
      },
    });
  });

  test('never lies before the last entry', () => {
    const decision = decide(searching, { step: 'note', by: north, at: '2026-11-16 09:00' });
    expect(decision).toMatchObject({ ok: true, value: { at: searching.lastAt, from: 'searching', to: 'searching' } });
  });

  test('changes nothing in the matter it was asked about', () => {
    const before = structuredClone(searching);
    decide(searching, passOn);
    expect(searching).toEqual(before);
  });
});

describe('limits that ran out (超时)', () => {
  test('are named earliest first, each once', () => {
    const late = at('2026-12-08 10:00');
    const misses = decideMisses(searching, late);
    expect(misses.map(({ clock, run, seq, dueAt }) => [clock, run, seq, dueAt])).toEqual([
      ['search', 1, 3, at('2026-11-23 18:00')],
      ['total', 1, 4, at('2026-12-07 18:00')],
    ]);
    const noted = { ...searching, clocks: searching.clocks.map((run) => ({ ...run, missedAt: late })) };
    expect(decideMisses(noted, late)).toEqual([]);
  });

  test('are not named at their very instant, nor while they stand still', () => {
    expect(decideMisses(searching, at('2026-11-23 18:00'))).toEqual([]);
    expect(decideMisses(searching, new Date(at('2026-11-23 18:00').getTime() + 1))).toHaveLength(1);
    expect(decideMisses(lent, at('2027-06-01 10:00')).map(({ clock }) => clock)).toEqual(['loan']);
  });
});

test('an opening names its first contact, its keeper and how it came', () => {
  expect(opening(at('2026-11-16 10:00'))).toMatchObject({
    kind: 'opened',
    seq: 1,
    state: 'requested',
    by: { role: 'reader', actor: 'reporter' },
    held: { holder: { bodyId: libraries.north.bodyId }, cameFrom: [], hops: 0 },
  });
});
