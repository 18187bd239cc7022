import type { Work } from '../../../platform/work.ts';
import { describePeople, findBody, type Body, type PersonDescription } from '../../bodies/index.ts';
import { describeAreas } from '../../territory/index.ts';
import type { Named } from '../kit/named.ts';
import type { BodyView, WorkerView } from '../contract/views.ts';

/** Names of the bodies, people and areas that a page speaks of, looked up once. */
export type Names = {
  readonly body: (bodyId: string) => BodyView;
  readonly area: (code: string) => Named;
  readonly worker: (accountId: string, postId: string | null, bodyId: string) => WorkerView;
};

/** Looks up the names of bodies, people and areas (单位、人员与区划). */
export async function loadNames(
  work: Work,
  bodyIds: readonly string[],
  accountIds: readonly string[],
  areaCodes: readonly string[] = [],
): Promise<Names> {
  const areas = new Map((await describeAreas(work, areaCodes)).map((area) => [area.code, area]));
  const bodies = new Map<string, Body>();
  for (const id of new Set(bodyIds)) {
    const body = await findBody(work, id);
    if (body) bodies.set(id, body);
  }
  const people = new Map<string, PersonDescription>();
  for (const person of await describePeople(work, [...new Set(accountIds)])) people.set(person.accountId, person);

  const viewBody = (bodyId: string): BodyView => {
    const body = bodies.get(bodyId);
    if (!body) throw new Error(`no body ${bodyId} in district ${work.districtId}`);
    return { id: bodyId, name: { zh: body.nameZh, en: body.nameEn }, phonePublic: body.phonePublic };
  };
  return {
    body: viewBody,
    area: (code) => {
      const area = areas.get(code);
      if (!area) throw new Error(`no area ${code} in district ${work.districtId}`);
      return { zh: area.nameZh, en: area.nameEn };
    },
    worker: (accountId, postId, bodyId) => {
      const person = people.get(accountId);
      if (!person) throw new Error(`no account ${accountId} in district ${work.districtId}`);
      const post = person.posts.find((p) => (postId ? p.postId === postId : p.bodyId === bodyId));
      return {
        name: { zh: person.nameZh, en: person.nameEn },
        post: post ? { zh: post.nameZh, en: post.nameEn } : null,
        body: viewBody(bodyId),
      };
    },
  };
}
