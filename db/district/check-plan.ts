import { committeeKinds, factsOfKind } from '../../modules/bodies/index.ts';
import { areaKindOf, parentOf } from '../../modules/territory/index.ts';
import type { PlanFault } from './plan-fault.ts';
import type { DistrictPlan } from './plan.ts';

/** Lists what the parts of a plan (区建置方案) get wrong about each other; an empty list means it can be loaded. */
export function checkPlan(plan: DistrictPlan): PlanFault[] {
  return [
    ...checkAreas(plan),
    ...checkBodies(plan),
    ...checkNeededBodies(plan),
    ...checkPosts(plan),
    ...checkPeople(plan),
  ];
}

function* checkAreas({ district, areas }: DistrictPlan): Generator<PlanFault> {
  const own = String(district.code);
  const codes = new Set(areas.map(({ code }) => code));
  yield* repeated('areas', areas, ({ code }) => code);
  if (!codes.has(own)) yield fault('districtMissing', 'areas', own);
  for (const { code } of areas) {
    const parent = parentOf(code);
    if (!code.startsWith(own)) yield fault('outside', `areas ${code}`, own);
    else if (parent && !codes.has(parent)) yield fault('unknown', `areas ${code}`, parent);
  }
}

function* checkBodies({ areas, bodies, links }: DistrictPlan): Generator<PlanFault> {
  const codes = new Set(areas.map(({ code }) => code));
  const keys = new Set(bodies.map(({ key }) => key));
  const single = bodies.filter(({ kind }) => factsOfKind(kind).onePerArea);
  yield* repeated('bodies', bodies, ({ key }) => key);
  yield* repeated('bodies', single, ({ kind, area }) => `${kind} ${area}`);
  for (const { key, area, kind, duties } of bodies) {
    if (!codes.has(area)) yield fault('unknown', `bodies ${key}`, area);
    if (duties.length > 0 && kind !== 'department') yield fault('dutiesElsewhere', `bodies ${key}`);
  }
  yield* repeated('links', links, ({ from, kind, to }) => `${from} ${kind} ${to}`);
  for (const { from, to } of links) {
    for (const end of [from, to]) if (!keys.has(end)) yield fault('unknown', `links ${from} → ${to}`, end);
    if (from === to) yield fault('linkWithItself', `links ${from} → ${to}`);
  }
}

/** The bodies that other modules count on: who decides disputes, and who answers for a community. */
const neededBody = {
  district: ['districtCentre'],
  subdistrict: ['taskGroup'],
  community: committeeKinds,
  grid: null,
  building: null,
  stairwell: null,
  home: null,
} as const;

function* checkNeededBodies({ areas, bodies }: DistrictPlan): Generator<PlanFault> {
  const seats = new Set(bodies.map(({ kind, area }) => `${kind} ${area}`));
  for (const { code } of areas) {
    const kind = areaKindOf(code);
    const needed = kind && neededBody[kind];
    if (needed && !needed.some((one) => seats.has(`${one} ${code}`)))
      yield fault('bodyMissing', `areas ${code}`, needed.join(', '));
  }
}

function* checkPosts({ areas, bodies, posts }: DistrictPlan): Generator<PlanFault> {
  const codes = new Set(areas.map(({ code }) => code));
  const keys = new Set(bodies.map(({ key }) => key));
  const heads = posts.filter(({ isHead }) => isHead);
  yield* repeated('posts', posts, ({ key }) => key);
  yield* repeated('posts, isHead', heads, ({ body }) => body);
  for (const { key, body, area, kind } of posts) {
    if (!keys.has(body)) yield fault('unknown', `posts ${key}`, body);
    if (!codes.has(area)) yield fault('unknown', `posts ${key}`, area);
    if (kind === 'gridWorker' && areaKindOf(area) !== 'grid') yield fault('gridWorkerWithoutGrid', `posts ${key}`);
  }
}

function* checkPeople({ posts, people }: DistrictPlan): Generator<PlanFault> {
  const keys = new Set(posts.map(({ key }) => key));
  const openEnded = people.flatMap((person) => person.posts.filter(({ toOn }) => toOn === null));
  yield* repeated('people', people, ({ login }) => login);
  yield* repeated('people, posts', openEnded, ({ post }) => post);
  for (const { login, posts: held } of people) {
    for (const { post, fromOn, toOn } of held) {
      if (!keys.has(post)) yield fault('unknown', `people ${login}`, post);
      if (toOn !== null && toOn < fromOn) yield fault('datesReversed', `people ${login}`, post);
    }
  }
}

const fault = (code: string, at: string, what = ''): PlanFault => ({ code, values: { at, what } });

function* repeated<T>(at: string, list: readonly T[], nameOf: (item: T) => string): Generator<PlanFault> {
  const seen = new Set<string>();
  for (const item of list) {
    const name = nameOf(item);
    if (seen.has(name)) yield fault('repeated', at, name);
    seen.add(name);
  }
}
