import { describe, expect, test } from 'vitest';
import type { Held } from '../kit/events.ts';
import { libraryCard } from '../testing/library-card.ts';
import { at, chiefOf, clerkOf, libraries, type Library } from '../testing/library-desk.ts';
import { mayRule, rulingsIn } from './rulings.ts';

const held = (holder: Library, offeredTo?: Library): Held => ({
  holder: { bodyId: libraries[holder].bodyId, kind: libraries[holder].kind, accountId: null },
  offer: offeredTo ? { to: libraries[offeredTo], fromBodyId: libraries[holder].bodyId } : null,
  cameFrom: [],
  hops: 0,
});
const entry = (seq: number, step: string, by: ReturnType<typeof clerkOf>, after?: Held) => {
  const { accountId, postId, bodyId } = by;
  const content = { by: { role: 'library', actor: 'worker' as const, accountId, postId, bodyId }, step };
  return { seq, at: at(`2026-11-16 1${seq}:00`), content: after ? { ...content, held: after } : content };
};
const disputed = [
  entry(1, 'take', clerkOf('north'), held('north')),
  entry(2, 'passOn', clerkOf('north'), held('north', 'south')),
  entry(3, 'decline', clerkOf('south'), held('north')),
  entry(4, 'passOn', clerkOf('north'), held('north', 'archive')),
  entry(5, 'decline', clerkOf('archive'), held('north')),
  entry(6, 'passOn', clerkOf('north'), held('north', 'main')),
];
const ids = (...names: Library[]) => names.map((name) => libraries[name].bodyId);

describe('a ruling (裁定)', () => {
  test('names who does it, who ruled, and all who had it or were asked, but not for their ruling', () => {
    const entries = [...disputed, entry(7, 'settle', chiefOf('main'), held('south'))];
    expect(rulingsIn(libraryCard, entries)).toEqual([
      {
        seq: 7,
        at: at('2026-11-16 17:00'),
        askedBodyIds: ids('north', 'south', 'archive'),
        ruledBodyId: libraries.south.bodyId,
        ruledByBodyId: libraries.main.bodyId,
      },
    ]);
  });

  test('counts those who rule among the asked when they had it themselves before', () => {
    const entries = [
      entry(1, 'take', clerkOf('main'), held('main')),
      ...disputed.slice(1),
      entry(7, 'settle', chiefOf('main'), held('south')),
    ];
    expect(rulingsIn(libraryCard, entries)[0]?.askedBodyIds).toEqual(ids('main', 'north', 'south', 'archive'));
  });

  test.each([
    ['nothing was put to those who took the step', disputed.slice(0, 5)],
    [
      'it was put to somebody else',
      [...disputed.slice(0, 5), entry(6, 'passOn', clerkOf('north'), held('north', 'south'))],
    ],
  ])('is none when %s', (_, before) => {
    expect(rulingsIn(libraryCard, [...before, entry(7, 'settle', chiefOf('main'), held('south'))])).toEqual([]);
  });

  test('is made by no other step', () => {
    expect(rulingsIn(libraryCard, [...disputed, entry(7, 'take', chiefOf('main'), held('main'))])).toEqual([]);
    expect(Object.keys(libraryCard.steps).filter((name) => mayRule(libraryCard, name))).toEqual(['settle']);
    expect(mayRule(libraryCard, undefined)).toBe(false);
  });
});
