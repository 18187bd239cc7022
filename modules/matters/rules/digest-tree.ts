import { hash } from 'node:crypto';

const LEAF = Buffer.of(0);
const NODE = Buffer.of(1);

/** How many leaves form one branch: large trees are read and grown branch by branch. A power of two. */
export const BRANCH = 1024;

const sha256 = (...parts: readonly Buffer[]): Buffer => hash('sha256', Buffer.concat(parts), 'buffer');

/**
 * The leaf (叶) that a day's tree holds for one matter.
 *
 * @param salt 16 random bytes, new for every leaf: without it a leaf says nothing, not even to someone who guesses
 * @param head hash of the matter's last entry, 32 bytes
 */
export const hashLeaf = (salt: Buffer, head: Buffer): Buffer => sha256(LEAF, salt, head);

const hashNode = (left: Buffer, right: Buffer): Buffer => sha256(NODE, left, right);

/** Joins neighbours; the last one of an odd number goes up alone. */
function goUp(nodes: readonly Buffer[]): Buffer[] {
  const above: Buffer[] = [];
  for (let i = 0; i < nodes.length; i += 2) {
    const [left, right] = [nodes[i] as Buffer, nodes[i + 1]];
    above.push(right ? hashNode(left, right) : left);
  }
  return above;
}

/**
 * The root of the Merkle tree (默克尔树根) over these nodes, in their order; of no nodes the hash of nothing.
 *
 * A tree over the roots of full branches and the rest is the same tree.
 *
 * @source RFC 9162, section 2.1.1
 */
export function rootOf(nodes: readonly Buffer[]): Buffer {
  let level = nodes;
  while (level.length > 1) level = goUp(level);
  return level[0] ?? sha256();
}

/** The neighbours (默克尔证明) that lead from the node at `place` up to the root, lowest first. */
export function pathIn(nodes: readonly Buffer[], place: number): Buffer[] {
  const path: Buffer[] = [];
  let at = place;
  for (let level = nodes; level.length > 1; level = goUp(level)) {
    const neighbour = level[at ^ 1];
    if (neighbour) path.push(neighbour);
    at >>= 1;
  }
  return path;
}

/** The root that a leaf and its path lead to, in a tree of `size` leaves; undefined when the path cannot be one. */
export function rootFromPath(
  leaf: Buffer,
  { place, size, path }: { readonly place: number; readonly size: number; readonly path: readonly Buffer[] },
): Buffer | undefined {
  if (place < 0 || place >= size) return undefined;
  const rest = [...path];
  let node = leaf;
  let at = place;
  for (let last = size - 1; last > 0; last >>= 1, at >>= 1) {
    if (at % 2 === 0 && at === last) continue;
    const neighbour = rest.shift();
    if (!neighbour) return undefined;
    node = at % 2 === 0 ? hashNode(node, neighbour) : hashNode(neighbour, node);
  }
  return rest.length === 0 ? node : undefined;
}
