import type { Work } from '../../../platform/work.ts';
import { listAccountNames } from '../../accounts/index.ts';
import { findActor, findPostsOf, type HeldPost } from '../../bodies/index.ts';
import { findDistrict } from '../../territory/index.ts';
import { permissions } from '../contract/permission.ts';
import type { Me } from '../contract/session-routes.ts';
import { mayUse } from '../rules/may-use.ts';

const viewPost = (post: HeldPost) => ({
  id: post.postId,
  kind: post.kind,
  name: { zh: post.nameZh, en: post.nameEn },
  body: { zh: post.bodyNameZh, en: post.bodyNameEn },
  area: { zh: post.areaNameZh, en: post.areaNameEn },
  deputyFor: post.deputyFor && { zh: post.deputyFor.nameZh, en: post.deputyFor.nameEn },
});

/** Gets the name of the district that the work is for (区名). */
export async function getDistrictName(work: Work): Promise<Me['district']> {
  const district = await findDistrict(work);
  if (!district) throw new Error(`district ${work.districtId} was never set up`);
  return { zh: district.nameZh, en: district.nameEn };
}

/** Finds who is signed in (当前用户): name, posts held today, the one acted in, and what it permits. */
export async function findMe(
  work: Work,
  session: { readonly accountId: string; readonly actingPostId: string | null },
): Promise<Me> {
  const [person] = await listAccountNames(work, [session.accountId]);
  const district = await findDistrict(work);
  if (!person || !district) throw new Error(`no account ${session.accountId} in district ${work.districtId}`);
  const posts = await findPostsOf(work, session.accountId);
  const acting = posts.find((post) => post.postId === session.actingPostId);
  const actor = acting && (await findActor(work, { accountId: session.accountId, postId: acting.postId }));
  return {
    accountId: session.accountId,
    name: { zh: person.nameZh, en: person.nameEn },
    post: acting ? viewPost(acting) : null,
    posts: posts.map(viewPost),
    permissions: actor ? permissions.filter((permission) => mayUse(actor, permission).ok) : [],
    district: { zh: district.nameZh, en: district.nameEn },
    timeZone: district.timeZone,
  };
}
