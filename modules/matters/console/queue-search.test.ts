import { expect, test } from 'vitest';
import { readQueueSearch } from './queue-search.ts';

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
