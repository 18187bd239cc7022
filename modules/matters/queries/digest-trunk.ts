import type { Work } from '../../../platform/work.ts';
import { rootOf } from '../rules/digest-tree.ts';
import { loadBranches } from '../store/digest-store.ts';

type Branch = { readonly first: Buffer; readonly size: number; readonly root: Buffer };
export type Trunk = readonly Branch[];

const MOST_TRUNKS = 200;
/** By the root, which says all that is in the tree. */
const grown = new Map<string, Trunk>();

/** The branches of a day's tree; kept when they lead to this root, so that one proof need not read the whole day. */
export async function findTrunk(work: Work, day: string, root: Buffer): Promise<Trunk> {
  const key = root.toString('base64');
  const known = grown.get(key);
  if (known) return known;
  const trunk: Branch[] = [];
  for await (const leaves of loadBranches(work, day))
    trunk.push({ first: leaves[0] as Buffer, size: leaves.length, root: rootOf(leaves) });
  if (!rootOf(trunk.map((branch) => branch.root)).equals(root)) return trunk;
  const oldest = grown.keys().next().value;
  if (grown.size >= MOST_TRUNKS && oldest !== undefined) grown.delete(oldest);
  grown.set(key, trunk);
  return trunk;
}
