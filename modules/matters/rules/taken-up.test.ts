import { expect, test } from 'vitest';
import { countTakenUp, hasReply } from './taken-up.ts';

test.each([
  ['open', null, false],
  ['open', 'solved', false], // proposed, and still looked at by a second person
  ['waiting', null, false], // the ball is with the asker, who was told nothing yet
  ['waiting', 'solved', true],
  ['waiting', 'keptOnBooks', true],
  ['final', 'explained', true],
  ['final', null, true],
])('what is %s with %s has a reply: %s', (stage, outcome, has) => {
  expect(hasReply({ stage, outcome })).toBe(has);
});

test('what lies out of reach counts as without a reply, and what was explained as not met', () => {
  const explained = { stage: 'final', outcome: 'explained' };
  expect(countTakenUp([null, explained, { stage: 'waiting', outcome: 'solved' }])).toEqual({
    all: 3,
    unanswered: 1,
    unmet: 1,
  });
  expect(countTakenUp([])).toEqual({ all: 0, unanswered: 0, unmet: 0 });
});
