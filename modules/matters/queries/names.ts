import type { Work } from '../../../platform/work.ts';
import {
  describePeople,
  describePosts,
  findBody,
  listStandIns,
  type Body,
  type PersonDescription,
} from '../../bodies/index.ts';
import { describeAreas } from '../../territory/index.ts';
import type { Named } from '../kit/named.ts';
import type { BodyView, WorkerView } from '../contract/views.ts';

/** Names of the bodies, people and areas that a page speaks of, looked up once. */
export type Names = {
  readonly body: (bodyId: string) => BodyView;
  readonly area: (code: string) => Named;
  readonly worker: (accountId: string, postId: string | null, bodyId: string, forAccountId?: string) => WorkerView;
  /** The same, with who stands in for them today (代理). */
  readonly present: (accountId: string, postId: string | null, bodyId: string) => WorkerView;
};

/** Looks up the names of bodies, people and areas (单位、人员与区划). */
export async function loadNames(
  work: Work,
  bodyIds: readonly string[],
  accountIds: readonly string[],
  {
    postIds = [],
    areaCodes = [],
  }: { readonly postIds?: readonly string[]; readonly areaCodes?: readonly string[] } = {},
): Promise<Names> {
  const [foundAreas, foundPeople, foundPosts, standIns, ...foundBodies] = await Promise.all([
    describeAreas(work, areaCodes),
    describePeople(work, [...new Set(accountIds)]),
    describePosts(work, [...new Set(postIds)]),
    listStandIns(work, [...new Set(accountIds)]),
    ...[...new Set(bodyIds)].map((id) => findBody(work, id)),
  ]);
  const areas = new Map(foundAreas.map((area) => [area.code, area]));
  const bodies = new Map<string, Body>(foundBodies.flatMap((body) => (body ? [[body.bodyId, body]] : [])));
  const people = new Map<string, PersonDescription>(foundPeople.map((person) => [person.accountId, person]));
  const posts = new Map(foundPosts.map((post) => [post.postId, post]));

  const viewBody = (bodyId: string): BodyView => {
    const body = bodies.get(bodyId);
    if (!body) throw new Error(`no body ${bodyId} in district ${work.districtId}`);
    return { id: bodyId, name: { zh: body.nameZh, en: body.nameEn }, phonePublic: body.phonePublic };
  };
  const personOf = (accountId: string): PersonDescription => {
    const person = people.get(accountId);
    if (!person) throw new Error(`no account ${accountId} in district ${work.districtId}`);
    return person;
  };
  const worker: Names['worker'] = (accountId, postId, bodyId, forAccountId) => {
    const person = personOf(accountId);
    // Who has left a post was in it all the same when they acted.
    const post = postId ? posts.get(postId) : person.posts.find((p) => p.bodyId === bodyId);
    const holder = forAccountId === undefined ? undefined : personOf(forAccountId);
    return {
      name: { zh: person.nameZh, en: person.nameEn },
      post: post ? { zh: post.nameZh, en: post.nameEn } : null,
      body: viewBody(bodyId),
      ...(holder ? { deputyFor: { zh: holder.nameZh, en: holder.nameEn } } : {}),
    };
  };
  return {
    body: viewBody,
    area: (code) => {
      const area = areas.get(code);
      if (!area) throw new Error(`no area ${code} in district ${work.districtId}`);
      return { zh: area.nameZh, en: area.nameEn };
    },
    worker,
    present: (accountId, postId, bodyId) => {
      const isTheirs = (postOf: string, bodyOf: string) => (postId ? postOf === postId : bodyOf === bodyId);
      const now = standIns.find((one) => one.holderAccountId === accountId && isTheirs(one.postId, one.bodyId));
      const seen = worker(accountId, postId, bodyId);
      return now ? { ...seen, away: { deputy: { zh: now.nameZh, en: now.nameEn }, untilOn: now.untilOn } } : seen;
    },
  };
}
