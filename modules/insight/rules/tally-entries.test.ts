import { describe, expect, test } from 'vitest';
import { tallyEntries, type CountedEntry } from './tally-entries.ts';

const state = (kind: 'open' | 'waiting' | 'final') => ({ zh: '', en: '', kind, plain: { zh: '', en: '' } });
const procedure = {
  states: { registered: state('open'), handling: state('open'), answered: state('waiting'), settled: state('final') },
  steps: {
    visit: { zh: '', en: '', from: [], to: 'same' as const, by: [], visits: true as const, says: { zh: '', en: '' } },
  },
};
let seq = 0;
const entry = (kind: CountedEntry['kind'], content: Record<string, unknown>): CountedEntry => {
  seq += 1;
  return { seq, at: new Date(Date.UTC(2026, 10, 16, seq)), kind, content };
};
const held = (bodyId: string) => ({ holder: { bodyId }, offer: null, cameFrom: [], hops: 0 });
const opened = () => entry('opened', { state: 'registered', held: held('north') });
const step = (from: string, to: string, more: Record<string, unknown> = {}) =>
  entry('stepTaken', { from, to, step: 'any', by: { actor: 'worker' }, input: {}, ...more });
const said = (entries: readonly CountedEntry[], before: Parameters<typeof tallyEntries>[1] = null) =>
  tallyEntries(procedure, before, entries).map(({ measure, detail, bodyId }) => `${measure} ${detail} ${bodyId}`);

describe('what is counted (计数)', () => {
  test('coming in, and the body that has it first', () => {
    expect(said([opened()])).toEqual(['in  north', 'taken  north']);
  });

  test('a change of hands counts with both, an offer with neither', () => {
    expect(said([opened(), step('registered', 'handling', { held: held('north') })])).toHaveLength(2);
    expect(said([opened(), step('registered', 'handling', { held: held('roads') })]).slice(2)).toEqual([
      'taken  roads',
      'passed  north',
    ]);
  });

  test('an answer counts when the person has it, not while it is being checked', () => {
    const forCheck = step('registered', 'handling', { concludes: 'solved' });
    const checked = step('handling', 'answered');
    expect(said([opened(), forCheck]).slice(2)).toEqual([]);
    expect(said([opened(), forCheck, checked]).slice(2)).toEqual(['answered solved north']);
  });

  test('an ending stays counted when it is taken back; the reopening says from which stage', () => {
    const course = [
      opened(),
      step('registered', 'answered', { concludes: 'solved' }),
      step('answered', 'settled', { by: { actor: 'reporter' }, input: { rating: 2, solved: 'no' } }),
      step('settled', 'handling', { concludes: null, reopens: true }),
      step('handling', 'answered', { concludes: 'explained' }),
      step('answered', 'settled'),
    ];
    expect(said(course).slice(2)).toEqual([
      'answered solved north',
      'ended solved north',
      'rated 2 north',
      'said no north',
      'reopened final north',
      'answered explained north',
      'ended explained north',
    ]);
  });

  test('only the person who asked judges; a neighbour’s word is no mark', () => {
    const neighbour = step('answered', 'answered', { by: { actor: 'supporter' }, input: { solved: 'no' } });
    expect(
      said([neighbour], { state: 'answered', conclusion: 'solved', holder: { bodyId: 'north' } as never }),
    ).toEqual([]);
  });

  test('a visit counts by what it heard, and only where the step is one', () => {
    const before = { state: 'settled', conclusion: 'solved', holder: { bodyId: 'north' } } as never;
    expect(said([step('settled', 'settled', { step: 'visit', input: { found: 'notReached' } })], before)).toEqual([
      'visited notReached north',
    ]);
    expect(said([step('settled', 'settled', { input: { found: 'solved' } })], before)).toEqual([]);
  });

  test('each limit that runs out counts once, with its name', () => {
    expect(said([opened(), entry('clockMissed', { clock: 'total', run: 1 })]).slice(2)).toEqual(['missed total north']);
  });

  test('entries in parts count as they do together', () => {
    const course = [opened(), step('registered', 'answered', { concludes: 'solved' }), step('answered', 'settled')];
    const whole = said(course);
    const first = said(course.slice(0, 2));
    const second = said(course.slice(2), {
      state: 'answered',
      conclusion: 'solved',
      holder: { bodyId: 'north' } as never,
    });
    expect([...first, ...second]).toEqual(whole);
  });
});
