import { expect, test } from 'vitest';
import { libraryCard } from '../testing/library-card.ts';
import { findProcedure, installProcedures, newestProcedures, proceduresHeldOn } from './engine.ts';

test('a version is used from the day it holds, and not one day before', () => {
  const first = { ...libraryCard, id: 'reading-room' };
  const later = { ...first, version: 2, holdsFrom: '2027-01-01' };
  const unborn = { ...libraryCard, id: 'reading-club', holdsFrom: '2027-01-01' };
  installProcedures([first, later, unborn]);
  const held = (today: string) =>
    proceduresHeldOn(today).flatMap(({ id, version }) => (id.startsWith('reading-') ? [`${id} ${version}`] : []));
  expect(held('2026-12-31')).toEqual(['reading-room 1']);
  expect(held('2027-01-01')).toEqual(['reading-room 2', 'reading-club 1']);
  expect(held('2025-12-31')).toEqual([]);
  // matters that were opened under the earlier one still find it, and the words of the newest are known
  expect(findProcedure({ procedureId: 'reading-room', procedureVersion: 1 })).toBe(first);
  expect(newestProcedures().find(({ id }) => id === 'reading-room')).toBe(later);
});
