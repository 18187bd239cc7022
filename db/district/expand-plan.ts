import { readFileSync } from 'node:fs';
import { areaKindOf, divisionFormOf, parentOf, subdistrictOf, type Division } from '../../modules/territory/index.ts';
import type { DistrictPlan } from './plan.ts';

type Both = { readonly zh: string; readonly en: string };
const wordings = JSON.parse(readFileSync(new URL('./list-names.json', import.meta.url), 'utf8')) as Record<
  string,
  Both
>;
type Plan = Pick<DistrictPlan, 'areas' | 'bodies' | 'links' | 'posts'>;
type Part<K extends keyof Plan> = Plan[K][number];
type Place = { readonly code: string; readonly nameZh: string; readonly nameEn: string };

/** What a plan gets from the national list: the names of the district, its areas, and the bodies and posts each needs. */
export type FromList = Plan & { readonly names: Omit<Place, 'code'> };

/**
 * Makes areas, bodies and posts of a district from the national list (按全国区划建区): each street its office and task group,
 * each community its committee with a director's seat, and the centre of the district. All seats are vacant.
 *
 * A unit that the list has at two levels is one area here. Its communities are then run by the district itself.
 *
 * @param divisions the district and everything below it
 */
export function planFromList(divisions: readonly Division[]): FromList {
  const places = divisions.filter(({ code }) => areaKindOf(code) !== undefined).map(placeOf);
  const [district, ...below] = places as [Place, ...Place[]];
  const parts = [
    centreOf(district),
    ...below.map((place) => (place.code.length === 9 ? streetOf(place) : communityOf(place))),
  ];
  return {
    names: { nameZh: district.nameZh, nameEn: district.nameEn },
    areas: places.map((place) => ({ ...place, addresses: [] })),
    bodies: parts.flatMap(({ bodies }) => bodies),
    links: parts.flatMap(({ links }) => links),
    posts: parts.flatMap(({ posts }) => posts),
  };
}

/** The list says 东华门社区居委会 where people say 东华门社区. */
function placeOf({ code, level, nameZh, nameEn }: Division): Place {
  if (level !== 'community') return { code, nameZh, nameEn };
  const [, own = nameZh, village] = /^(.+?)(?:居民委员会|居委会|(村民委员会|村委会))$/.exec(nameZh) ?? [];
  if (own === nameZh || /(社区|村|嘎查|牧委会)$/.test(own)) return { code, nameZh: own, nameEn };
  return { code, nameZh: village ? `${own}村` : `${own}社区`, nameEn };
}

type Bodies = Pick<Plan, 'bodies' | 'links' | 'posts'>;
const named = (wording: string, { nameZh, nameEn }: Place) => {
  const { zh, en } = wordings[wording]!;
  return { nameZh: zh.replace('{{zh}}', nameZh), nameEn: en.replace('{{en}}', nameEn) };
};
const body = (key: string, kind: Part<'bodies'>['kind'], wording: string, place: Place): Part<'bodies'> => ({
  key: `${key}-${place.code}`,
  kind,
  ...named(wording, place),
  area: place.code,
  phonePublic: null,
  duties: [],
});
const seat = (of: string, kind: Part<'posts'>['kind'], wording: string, place: Place): Part<'posts'> => ({
  key: `head-of-${of}-${place.code}`,
  body: `${of}-${place.code}`,
  kind,
  ...named(wording, place),
  area: place.code,
  isHead: true,
  tenure: of === 'committee' ? 'elected' : 'appointed',
  phonePublic: null,
  duty: null,
});

const centreOf = (district: Place): Bodies => ({
  bodies: [body('centre', 'districtCentre', 'centre', district)],
  links: [],
  posts: [seat('centre', 'dispatchLead', 'lead', district)],
});

function streetOf(street: Place): Bodies {
  const form = divisionFormOf(street.code);
  const wording = form === 'street' ? 'office' : form === 'otherUnit' ? 'otherUnit' : 'government';
  const group = `group-${street.code}`;
  return {
    bodies: [body('office', 'subdistrictOffice', wording, street), body('group', 'taskGroup', 'taskGroup', street)],
    links: [{ from: `office-${street.code}`, kind: 'leads', to: group }],
    posts: [seat('group', 'taskGroupLead', 'groupLead', street)],
  };
}

function communityOf(community: Place): Bodies {
  const isVillage = community.nameZh.endsWith('村');
  const of = isVillage ? { ...community, nameZh: community.nameZh.slice(0, -1) } : community;
  const street = subdistrictOf(community.code);
  const key = `committee-${community.code}`;
  const kinds = isVillage ? (['villagersCommittee', 'villageDirector'] as const) : (['committee', 'director'] as const);
  return {
    bodies: [body('committee', isVillage ? 'villagersCommittee' : 'residentsCommittee', kinds[0], of)],
    links: street
      ? [
          { from: `office-${street}`, kind: 'guides', to: key },
          { from: `group-${street}`, kind: 'assists', to: key },
        ]
      : [{ from: `centre-${parentOf(community.code) ?? ''}`, kind: 'guides', to: key }],
    posts: [seat('committee', 'communityDirector', kinds[1], community)],
  };
}

/** A plan file's own parts stand before what the list gives: a better name, a body that it describes itself. */
export function mergeWithList(
  own: Partial<Record<keyof Plan, readonly object[]>>,
  list: FromList,
): Record<keyof Plan, object[]> {
  const join = (part: keyof Plan, keyOf: (one: never) => string) => {
    const mine = [...(own[part] ?? [])];
    const keys = new Set(mine.map((one) => keyOf(one as never)));
    return [...mine, ...list[part].filter((one) => !keys.has(keyOf(one as never)))];
  };
  return {
    areas: join('areas', ({ code }: Part<'areas'>) => code),
    bodies: join('bodies', ({ key }: Part<'bodies'>) => key),
    links: join('links', ({ from, kind, to }: Part<'links'>) => `${from} ${kind} ${to}`),
    posts: join('posts', ({ key }: Part<'posts'>) => key),
  };
}
