import { expect, test } from 'vitest';
import { drawProcedureAt, faultsIn, installProcedures } from '../../matters/index.ts';
import { residentRequest } from './resident-request.ts';

test('a resident request lets nothing fall through', () => {
  expect(faultsIn(residentRequest)).toEqual([]);
});

test('a resident request says every end to the person who asked, and keeps what it promises', () => {
  const { steps, clocks, states } = residentRequest;
  const ends = Object.entries(states).flatMap(([name, state]) => (state.kind === 'final' ? [name] : []));
  expect(ends).toEqual(['settled', 'redirected', 'joined', 'withdrawn']);
  expect(clocks.acceptance.within).toEqual({ unit: 'sameDay', amount: 1 });
  expect(clocks.handling.within).toEqual({ unit: 'workingDays', amount: 5 });
  expect(steps.signExplanation.by).toEqual(['head']);
  expect(steps.rate.by).toEqual(['reporter']);
});

test('each transfer of a resident request goes to a decider the third time', () => {
  const offering = Object.values(residentRequest.steps).filter(
    (step) => typeof step.to === 'object' && step.to.some((branch) => 'moves' in branch),
  );
  expect(offering.map((step) => step.en)).toEqual([
    'Transfer',
    'Escalate to the sub-district',
    'Refer to a district department',
    'Return to where it came from',
    'Return with advice',
  ]);
  for (const step of offering)
    expect(step.to).toMatchObject([
      { when: { name: 'thirdHop' }, to: 'ruling', moves: { offerTo: 'decider' } },
      { to: 'offered' },
    ]);
});

test('a resident request is extended once, by the head, by ten working days at most, and the person who asked hears why', () => {
  const { by, extends: extended, tells, asks } = residentRequest.steps.extend;
  expect(by).toEqual(['head']);
  expect(extended).toMatchObject({ clock: 'handling', atMost: { unit: 'workingDays', amount: 10 }, times: 1 });
  expect(tells).toContain('reporter');
  expect(asks?.reason).toMatchObject({ kind: 'text', visible: 'reporter' });
});

test('its drawing marks the one state in which a request stands', () => {
  installProcedures([residentRequest]);
  const drawn = drawProcedureAt({ procedure: residentRequest, state: 'checking' }, 'zh');
  expect(drawn).toContain('>待第二人核查（现在在这里）</text>');
  expect(drawn.match(/现在在这里/g)).toHaveLength(1);
  expect(drawn.match(/stroke-width="5"/g)).toHaveLength(1);
});
