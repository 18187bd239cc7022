import type { Work } from '../../../platform/work.ts';
import { computeFactorDue, computeOwed, listAccountNames, listUntold, type LiveSession } from '../../accounts/index.ts';
import { findActor, findPostsOf, type HeldPost } from '../../bodies/index.ts';
import { communityOf, findDistrict } from '../../territory/index.ts';
import { permissions } from '../contract/permission.ts';
import type { Me, SignedIn } from '../contract/session-routes.ts';
import { mayUse } from '../rules/may-use.ts';

const viewPost = (post: HeldPost) => ({
  id: post.postId,
  kind: post.kind,
  name: { zh: post.nameZh, en: post.nameEn },
  body: { zh: post.bodyNameZh, en: post.bodyNameEn },
  area: { zh: post.areaNameZh, en: post.areaNameEn },
  community: communityOf(post.areaCode) ?? null,
  deputyFor: post.deputyFor && { zh: post.deputyFor.nameZh, en: post.deputyFor.nameEn },
});

/** Gets the name of the district that the work is for (区名). */
export async function getDistrictName(work: Work): Promise<Me['district']> {
  const district = await findDistrict(work);
  if (!district) throw new Error(`district ${work.districtId} was never set up`);
  return { zh: district.nameZh, en: district.nameEn };
}

/**
 * Finds who is signed in (当前用户): name, posts held today, the one acted in, and what it permits; or what has to be done
 * first, and then nothing else.
 */
export async function findMe(work: Work, session: LiveSession): Promise<SignedIn> {
  const { accountId } = session;
  const [person] = await listAccountNames(work, [accountId]);
  const district = await findDistrict(work);
  if (!person || !district) throw new Error(`no account ${accountId} in district ${work.districtId}`);
  const posts = await findPostsOf(work, accountId);
  const acting = posts.find((post) => post.postId === session.actingPostId);
  const owes = computeOwed(session, acting?.kind ?? null, work.now);
  if (owes) return { me: null, owes };
  const actor = acting && (await findActor(work, { accountId, postId: acting.postId }));
  const due = session.hasFactor ? null : computeFactorDue(session, acting?.kind ?? null);
  return {
    owes: null,
    me: {
      accountId,
      name: { zh: person.nameZh, en: person.nameEn },
      post: acting ? viewPost(acting) : null,
      posts: posts.map(viewPost),
      permissions: actor ? permissions.filter((permission) => mayUse(actor, permission).ok) : [],
      district: { zh: district.nameZh, en: district.nameEn },
      timeZone: district.timeZone,
      notices: (await listUntold(work, accountId)).map(({ id, at, kind, byZh, byEn, reason }) => ({
        id,
        at: at.toISOString(),
        kind,
        by: byZh === null ? null : { zh: byZh, en: byEn ?? byZh },
        reason,
      })),
      factorDueAt: due?.toISOString() ?? null,
    },
  };
}
