import type { Work } from '../../../platform/work.ts';
import { communityOf, findArea, listAreas, locate } from '../../territory/index.ts';
import type { Post } from '../rules/read-post.ts';

/**
 * Finds the community (社区) in which what a client reports lies: by the area's code, else by the name of a community,
 * estate or building in the address; else the first community of the district receives it, whose worker has a name and
 * passes it on. Nothing is turned away because its place is not understood.
 *
 * @returns the code of the community; undefined when an `address_id` names none
 */
export async function findPlace(
  work: Work,
  { addressId, address }: Pick<Post, 'addressId' | 'address'>,
): Promise<string | undefined> {
  if (addressId !== '') {
    const area = await findArea(work, addressId);
    if (area?.kind === 'community') return area.code;
    return area?.kind === 'grid' ? communityOf(area.code) : undefined;
  }
  const communities = await listAreas(work, { kind: 'community' });
  const text = address.normalize('NFKC').toLowerCase();
  const named = communities.filter(
    ({ nameZh, nameEn }) => text.includes(nameZh) || text.includes(nameEn.toLowerCase()),
  );
  if (text !== '' && named.length === 1) return named[0]?.code;
  if (text !== '') {
    const located = await locate(work, { by: 'text', text, under: String(work.districtId) });
    if (located.ok && located.value.found) return communityOf(located.value.grid.code);
    const candidates = new Set(
      located.ok && !located.value.found
        ? located.value.candidates.flatMap(({ grid }) => (grid ? [communityOf(grid.code)] : []))
        : [],
    );
    if (candidates.size === 1) return [...candidates][0];
  }
  return communities[0]?.code;
}
