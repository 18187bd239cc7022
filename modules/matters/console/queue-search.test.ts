import { expect, test } from 'vitest';
import { queueOf, readQueueSearch } from './queue-search.ts';

test('reads what the address says', () => {
  const search = { queue: 'overdue', words: '路灯', state: 'handling', community: '620102003004' };
  expect(readQueueSearch(search)).toEqual(search);
});

test('leaves out what it does not know', () => {
  expect(readQueueSearch({ queue: 'toString', words: '', state: ['x'], other: 'y' })).toEqual({});
});

test('keeps a search made of digits', () => {
  expect(readQueueSearch({ words: 2611 })).toEqual({ words: '2611' });
});

test.each([
  ['what is open, when nothing is said', {}, 'open'],
  ['everything, settled too, when words are sought', { words: '路灯' }, 'newest'],
  ['the chosen queue, also with words', { queue: 'overdue', words: '路灯' }, 'overdue'],
] as const)('means %s', (_, search, queue) => expect(queueOf(search)).toBe(queue));
