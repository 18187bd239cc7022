import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { firstDigest, hashDigest } from './digest-chain.ts';
import { BRANCH, hashLeaf, pathIn, rootFromPath, rootOf } from './digest-tree.ts';

const leafOf = (n: number): Buffer => hashLeaf(Buffer.alloc(16, n), Buffer.from(String(n)));
const leavesOf = (size: number): Buffer[] => Array.from({ length: size }, (_, n) => leafOf(n));
const chunk = (leaves: readonly Buffer[]): Buffer[][] =>
  Array.from({ length: Math.ceil(leaves.length / BRANCH) }, (_, i) => leaves.slice(i * BRANCH, (i + 1) * BRANCH));
/** The definition of RFC 9162, word for word. */
function definedRoot(nodes: readonly Buffer[]): Buffer {
  if (nodes.length === 0) return createHash('sha256').digest();
  if (nodes.length === 1) return nodes[0]!;
  let split = 1;
  while (split * 2 < nodes.length) split *= 2;
  const [left, right] = [definedRoot(nodes.slice(0, split)), definedRoot(nodes.slice(split))];
  return createHash('sha256')
    .update(Buffer.concat([Buffer.of(1), left, right]))
    .digest();
}

describe('the tree of a day', () => {
  test.each([0, 1, 2, 3, 4, 5, 7, 8, 9, 31, 100])('has the root that the standard defines, with %i leaves', (size) => {
    expect(rootOf(leavesOf(size))).toEqual(definedRoot(leavesOf(size)));
  });

  test('is the same when it is grown branch by branch', () => {
    for (const size of [BRANCH - 1, BRANCH, BRANCH + 1, 3 * BRANCH + 5]) {
      const leaves = leavesOf(size);
      expect(rootOf(chunk(leaves).map(rootOf))).toEqual(rootOf(leaves));
    }
  });

  test('lets every leaf prove itself by its path', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 70 }), fc.nat(), (size, seed) => {
        const leaves = leavesOf(size);
        const place = seed % size;
        const path = pathIn(leaves, place);
        expect(rootFromPath(leaves[place]!, { place, size, path })).toEqual(rootOf(leaves));
      }),
    );
  });

  test('lets nothing else prove itself: another leaf, place, size, or a path too long, too short or touched', () => {
    const leaves = leavesOf(13);
    const root = rootOf(leaves);
    const path = pathIn(leaves, 6);
    const touched = path.with(1, Buffer.alloc(32));
    expect(rootFromPath(leaves[6]!, { place: 6, size: 13, path })).toEqual(root);
    expect(rootFromPath(leaves[7]!, { place: 6, size: 13, path })).not.toEqual(root);
    expect(rootFromPath(leaves[6]!, { place: 7, size: 13, path })).not.toEqual(root);
    expect(rootFromPath(leaves[6]!, { place: 6, size: 13, path: touched })).not.toEqual(root);
    expect(rootFromPath(leaves[6]!, { place: 6, size: 13, path: path.slice(1) })).toBeUndefined();
    expect(rootFromPath(leaves[6]!, { place: 6, size: 13, path: [...path, root] })).toBeUndefined();
    expect(rootFromPath(leaves[6]!, { place: 13, size: 13, path })).toBeUndefined();
    expect(rootFromPath(leaves[6]!, { place: -1, size: 13, path })).toBeUndefined();
  });

  test('keeps leaves and nodes apart, so that a node is never taken for a leaf', () => {
    const [a, b] = leavesOf(2) as [Buffer, Buffer];
    expect(rootOf([a, b])).not.toEqual(hashLeaf(a, b));
  });
});

describe('the digest of a day', () => {
  const of = { day: '2026-11-16', leaves: 3, root: Buffer.alloc(32, 1), prev: firstDigest(990177) };
  const digest = hashDigest(990177, of);

  test.each<[string, number, typeof of]>([
    ['the district', 990178, of],
    ['the day', 990177, { ...of, day: '2026-11-17' }],
    ['the number of matters', 990177, { ...of, leaves: 4 }],
    ['the root', 990177, { ...of, root: Buffer.alloc(32, 2) }],
    ['the day before', 990177, { ...of, prev: firstDigest(990178) }],
  ])('changes with %s', (_, districtId, other) => {
    expect(hashDigest(districtId, other)).not.toEqual(digest);
  });
});
