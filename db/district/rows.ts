import type { NewAccount } from '../../modules/accounts/index.ts';
import type { BodyLink, NewAppointment, NewBody, NewPost } from '../../modules/bodies/index.ts';
import type { District, NewArea } from '../../modules/territory/index.ts';
import type { DistrictPlan } from './plan.ts';

/** A plan with ids in place of keys, in the shapes that the modules' front doors take. */
export type DistrictRows = {
  readonly district: District;
  readonly areas: readonly NewArea[];
  readonly bodies: readonly NewBody[];
  readonly links: readonly BodyLink[];
  readonly posts: readonly NewPost[];
  readonly accounts: readonly NewAccount[];
  readonly appointments: readonly NewAppointment[];
};

export type RowOptions = {
  /** Each id is greater than the one before, because posts made earlier come first. */
  readonly newId: () => string;
  /** In clear; null for demo people, who sign in with one click. */
  readonly passwordOf: ((login: string) => string) | null;
};

/** Turns a checked plan into rows, with new ids in the order of the plan. */
export function computeRows(plan: DistrictPlan, { newId, passwordOf }: RowOptions): DistrictRows {
  const { code, foundedOn, ...district } = plan.district;
  const bodyIds = new Map(plan.bodies.map(({ key }) => [key, newId()]));
  const postIds = new Map(plan.posts.map(({ key }) => [key, newId()]));
  const accountIds = new Map(plan.people.map(({ login }) => [login, newId()]));

  return {
    district: { ...district, districtId: code },
    areas: plan.areas.map((area) => ({ ...area, foundedOn: area.foundedOn ?? foundedOn })),
    bodies: plan.bodies.map(({ key, area, ...body }) => ({ ...body, id: get(bodyIds, key), areaCode: area })),
    links: plan.links.map(({ from, kind, to }) => ({
      fromBodyId: get(bodyIds, from),
      kind,
      toBodyId: get(bodyIds, to),
    })),
    posts: plan.posts.map(({ key, body, area, ...post }) => ({
      ...post,
      id: get(postIds, key),
      bodyId: get(bodyIds, body),
      areaCode: area,
    })),
    accounts: plan.people.map(({ login, nameZh, nameEn }) => ({
      id: get(accountIds, login),
      login,
      nameZh,
      nameEn,
      password: passwordOf ? passwordOf(login) : null,
      isDemo: passwordOf === null,
      mustChangePassword: passwordOf !== null,
    })),
    appointments: plan.people.flatMap(({ login, posts }) =>
      posts.map(({ post, fromOn, toOn }) => ({
        id: newId(),
        postId: get(postIds, post),
        accountId: get(accountIds, login),
        fromOn,
        toOn,
      })),
    ),
  };
}

function get(ids: ReadonlyMap<string, string>, key: string): string {
  const id = ids.get(key);
  if (id === undefined) throw new Error(`The plan names ${key} and does not have it; check the plan first`);
  return id;
}
