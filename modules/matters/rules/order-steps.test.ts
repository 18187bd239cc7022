import { describe, expect, test } from 'vitest';
import { libraryCard } from '../testing/library-card.ts';
import type { Procedure, Step } from '../kit/define-procedure.ts';
import { compareSteps, placeOfStep } from './order-steps.ts';

const says = { zh: '', en: '' };
const step = (more: Partial<Step>): Step => ({ ...says, from: ['doing'], to: 'same', by: [], says, ...more });
const state = (kind: 'open' | 'waiting' | 'final') => ({ ...says, kind, plain: says });
const invented = {
  states: { doing: state('open'), asked: state('open'), pending: state('waiting'), done: state('final') },
  mainPath: ['doing', 'done'],
} as unknown as Procedure;

describe('where a step is offered (步骤排列)', () => {
  test.each<[string, Partial<Step>, string]>([
    ['an answer', { to: 'done', concludes: 'solved' }, 'forward'],
    ['taking it over', { to: 'asked', moves: { take: true } }, 'forward'],
    ['a note', {}, 'stays'],
    ['asking back', { to: 'pending' }, 'stays'],
    ['asking another body', { to: 'asked', moves: { offerTo: 'chosen' } }, 'handsOn'],
    ['saying that it cannot be done now', { to: 'asked' }, 'gives'],
    ['a link', { links: { kind: 'partOf', field: 'into' } }, 'ties'],
    ['one that is another’s duplicate', { to: 'done', concludes: 'duplicate' }, 'aside'],
    ['one that is for another office', { to: 'done', concludes: 'notOurs' }, 'aside'],
  ])('%s', (_, more, place) => {
    expect(placeOfStep(invented, 'doing', step(more))).toBe(place);
  });

  test('what is usual stands before what is rare', () => {
    const places = (['aside', 'gives', 'stays', 'ties', 'forward', 'handsOn'] as const).toSorted(compareSteps);
    expect(places).toEqual(['forward', 'stays', 'handsOn', 'gives', 'ties', 'aside']);
  });

  test('a procedure’s own path comes first in each of its states', () => {
    const { mainPath, steps }: Procedure = libraryCard;
    const next = Object.values(steps).find(({ from, to }) => from.includes(mainPath[0] ?? '') && to === mainPath[1]);
    expect(next && placeOfStep(libraryCard, mainPath[0] ?? '', next)).toBe('forward');
  });
});
