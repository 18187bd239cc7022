import { expect, test } from 'vitest';
import { faultsIn } from '../kit/check-procedure.ts';
import type { Procedure } from '../kit/define-procedure.ts';
import { libraryCard } from '../testing/library-card.ts';
import { faultyCards } from '../testing/faulty-cards.ts';
import { libraryInquiry } from '../testing/watched-card.ts';
import { sayFaults } from './say-faults.ts';

test('names the state and the step of a fault in both languages', () => {
  const whole: Procedure = libraryCard;
  const [name, step] = Object.entries(whole.steps).find(([, one]) => one.tells?.length) ?? [];
  expect(name).toBeDefined();
  const broken: Procedure = { ...whole, steps: { ...whole.steps, [name as string]: { ...step!, by: [] } } };
  const said = sayFaults(broken, faultsIn(broken));
  expect(said).toContainEqual({ zh: `“${step!.zh}”没有人能办。`, en: `Nobody may take “${step!.en}”.` });
});

test('a whole procedure has nothing said against it', () => {
  expect(sayFaults(libraryCard, faultsIn(libraryCard))).toEqual([]);
});

test('names a field of what should be opened as its own procedure does', () => {
  const [, change, ...faults] = faultyCards['clock.opens_unfilled'];
  const [said] = sayFaults({ ...libraryCard, ...change }, faults, [libraryInquiry]);
  const field = libraryInquiry.opening.asks.what!;
  expect([said!.zh, said!.en]).toEqual([
    expect.stringContaining(`“${field.zh}”`),
    expect.stringContaining(`“${field.en}”`),
  ]);
});
