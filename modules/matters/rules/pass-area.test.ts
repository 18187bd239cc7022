import fc from 'fast-check';
import { expect, test } from 'vitest';
import { libraryCard } from '../testing/library-card.ts';
import { calendar } from '../testing/library-desk.ts';
import { walk } from '../testing/random-walk.ts';
import { evolve } from './evolve.ts';
import { passArea } from './pass-area.ts';

const change = { kind: 'merge', from: '甲', to: '乙', on: '2026-11-16', source: '样例' } as never;

test('whatever was done to a matter before, a merger leaves it with who goes on, and everything else as it was', () => {
  let followed = 0;
  fc.assert(
    fc.property(fc.nat(2 ** 31), fc.nat(999), (seed, pick) => {
      const moments = [...walk(libraryCard, seed)];
      const moment = moments[pick % moments.length];
      if (!moment) return;
      const { now: matter } = moment;
      const bodies = [matter.holder.bodyId, ...matter.cameFrom, ...(matter.offer ? [matter.offer.to.bodyId] : [])];
      const ended = bodies.filter((_, i) => (pick >> i) % 2 === 0);
      const successors = new Map(
        ended.map((id) => [id, { bodyId: `after ${id}`, kind: matter.holder.kind, headAccountId: 'new head' }]),
      );
      const stays = pick % 3 === 0 && matter.holder.accountId ? [matter.holder.accountId] : [];
      const people = new Map(ended.map((id) => [`after ${id}`, stays]));
      const event = passArea(matter, { change, to: '990177001002', successors, people }, matter.lastAt);
      const after = evolve(libraryCard, matter, event, calendar);

      const gone = new Set(ended);
      const named = [
        after.holder.bodyId,
        ...after.cameFrom,
        ...(after.offer ? [after.offer.to.bodyId, after.offer.fromBodyId] : []),
      ];
      expect(named.filter((id) => gone.has(id))).toEqual([]);
      const isSucceeded = ended.includes(matter.holder.bodyId);
      if (isSucceeded) followed += 1;
      const mayHave = isSucceeded ? [matter.holder.accountId, 'new head'] : [matter.holder.accountId];
      expect(mayHave).toContain(after.holder.accountId);
      expect(after.holder.bodyId).toBe(isSucceeded ? `after ${matter.holder.bodyId}` : matter.holder.bodyId);
      const same = { holder: 0, offer: 0, cameFrom: 0, areaCode: 0, seq: 0, lastAt: 0 };
      expect({ ...after, ...same }).toEqual({ ...matter, ...same });
    }),
    { numRuns: 150, seed: 2611 },
  );
  expect(followed).toBeGreaterThan(30);
});
