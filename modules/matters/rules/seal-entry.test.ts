import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { StepTaken } from '../kit/events.ts';
import { libraryCard } from '../testing/library-card.ts';
import { at, calendar, clerkOf, decide, opening, openLoan } from '../testing/library-desk.ts';
import { advanceProgress, beginProgress, type Ground } from './progress.ts';
import { digestWords, firstHash, hashEntry, sealEntry, type SealedEntry } from './seal-entry.ts';

const where = { districtId: 990177, matterId: openLoan().id };
const first = firstHash(where.districtId, where.matterId);
const fields = libraryCard.steps.giveUp.asks!;
const event: StepTaken = {
  kind: 'stepTaken',
  seq: 2,
  at: at('2026-11-16 11:00'),
  by: {
    role: 'library',
    actor: 'worker',
    accountId: clerkOf('north').accountId,
    postId: clerkOf('north').postId,
    bodyId: clerkOf('north').bodyId,
  },
  step: 'giveUp',
  from: 'searching',
  to: 'checked',
  input: { reply: '书架上没有这本县志' },
};
const sealed = sealEntry(event, fields, first, where);

const chain = (): readonly SealedEntry[] => {
  const ground: Ground = { procedure: libraryCard, calendar, districtId: where.districtId };
  let progress = beginProgress(ground, where.matterId, opening(at('2026-11-16 10:00')));
  for (const doing of [
    { step: 'take', by: clerkOf('north'), at: '2026-11-16 11:00', input: { memo: '先查旧书库' } },
    {
      step: 'passOn',
      by: clerkOf('north'),
      at: '2026-11-16 12:00',
      input: { reason: '旧书在南馆' },
      to: 'south' as const,
    },
  ]) {
    const decision = decide(progress.matter, doing);
    if (!decision.ok) throw new Error(decision.code);
    progress = advanceProgress(ground, progress, decision.value);
  }
  return progress.entries;
};

/** What comes back from a jsonb column: other key order, no undefined, dates as text. */
function throughJsonb<T>(value: T): T {
  const sortDeep = (part: unknown): unknown =>
    Array.isArray(part)
      ? part.map(sortDeep)
      : part && typeof part === 'object'
        ? Object.fromEntries(
            Object.entries(part)
              .sort(([a], [b]) => b.length - a.length || (a < b ? 1 : -1))
              .map(([k, v]) => [k, sortDeep(v)]),
          )
        : part;
  return sortDeep(JSON.parse(JSON.stringify(value))) as T;
}

describe('the chain (时间线)', () => {
  test('hangs each entry on the one before, the first on the matter itself', () => {
    const entries = chain();
    expect(entries.map((entry) => entry.seq)).toEqual([1, 2, 3]);
    expect(entries[0]?.prevHash).toEqual(first);
    expect(entries[1]?.prevHash).toEqual(entries[0]?.hash);
    expect(entries[2]?.prevHash).toEqual(entries[1]?.hash);
  });

  test('begins differently for every matter and district', () => {
    expect(firstHash(990178, where.matterId)).not.toEqual(first);
    expect(firstHash(990177, where.matterId.replace('c', 'd'))).not.toEqual(first);
  });

  test('fits again when an entry is recomputed from what a jsonb column gives back', () => {
    for (const entry of chain()) {
      const read = { ...entry, content: throughJsonb(entry.content), at: new Date(entry.at.toISOString()) };
      expect(hashEntry(read, where)).toEqual(entry.hash);
    }
  });
});

describe('the hash of an entry', () => {
  test('is the same for the same content', () => {
    expect(hashEntry({ ...sealed }, { ...where })).toEqual(sealed.hash);
    expect(sealed.hash).toHaveLength(32);
  });

  test.each<[string, Partial<SealedEntry>]>([
    ['one sign of the content', { content: { ...sealed.content, step: 'giveup' } }],
    ['the state it led to', { content: { ...sealed.content, to: 'returned' } }],
    ['who did it', { content: { ...sealed.content, by: { ...event.by, role: 'desk' } } }],
    ['a digest of words', { content: { ...sealed.content, input: { reply: { digest: 'x' } } } }],
    ['something added', { content: { ...sealed.content, more: null } }],
    ['its place in the order', { seq: 3 }],
    ['its time by a millisecond', { at: new Date(sealed.at.getTime() + 1) }],
    ['its kind', { kind: 'opened' }],
    ['one bit of the hash before', { prevHash: Buffer.from(first.map((byte, i) => (i === 0 ? byte ^ 1 : byte))) }],
  ])('changes with %s', (_, change) => {
    expect(hashEntry({ ...sealed, ...change }, where)).not.toEqual(sealed.hash);
  });

  test('changes when the entry is moved to another matter or district', () => {
    expect(hashEntry(sealed, { ...where, districtId: 990178 })).not.toEqual(sealed.hash);
    expect(hashEntry(sealed, { ...where, matterId: where.matterId.replace('c', 'd') })).not.toEqual(sealed.hash);
  });

  test('does not depend on the order in which an input was filled in', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (content) => {
        const entry = { ...sealed, content };
        const turned = { ...sealed, content: throughJsonb(content) };
        expect(hashEntry(turned, where)).toEqual(hashEntry(entry, where));
      }),
      { numRuns: 1000 },
    );
  });
});

describe('words (原话)', () => {
  test('stand beside the entry, which keeps only their salted digest', () => {
    expect(sealed.words).toMatchObject([{ name: 'reply', visible: 'reporter', text: '书架上没有这本县志' }]);
    expect(JSON.stringify(sealed.content)).not.toContain('县志');
    const { salt, text } = sealed.words[0]!;
    expect(sealed.content.input).toEqual({ reply: { digest: digestWords(salt, text) } });
  });

  test('can be erased and the entry still fits', () => {
    const { words: _, ...erased } = sealed;
    expect(hashEntry(erased, where)).toEqual(sealed.hash);
  });

  test('get another salt each time, so that equal words cannot be told', () => {
    const again = sealEntry(event, fields, first, where);
    expect(again.words[0]?.salt).not.toEqual(sealed.words[0]?.salt);
    expect(again.content.input).not.toEqual(sealed.content.input);
  });

  test('do not fit their digest when one sign is changed', () => {
    const { salt, text } = sealed.words[0]!;
    expect(digestWords(salt, `${text}。`)).not.toBe(digestWords(salt, text));
  });

  test('of choices, ratings and bodies are none: they stay in the content', () => {
    const judged = sealEntry(
      { ...event, step: 'judge', input: { mark: 4 } },
      libraryCard.steps.judge.asks!,
      first,
      where,
    );
    expect(judged.words).toEqual([]);
    expect(judged.content.input).toEqual({ mark: 4 });
  });

  test('carry the visibility that the procedure gives them', () => {
    const decision = decide(openLoan(), {
      step: 'take',
      by: clerkOf('north'),
      at: '2026-11-16 11:00',
      input: { memo: '先查旧书库' },
    });
    if (!decision.ok) throw new Error(decision.code);
    const entry = sealEntry(decision.value, libraryCard.steps.take.asks!, first, where);
    expect(entry.words.map((words) => words.visible)).toEqual(['internal']);
  });
});
