import type { NewCharge } from '../../modules/bodies/index.ts';
import { areaKindOf } from '../../modules/territory/index.ts';
import type { DistrictPlan } from '../district/plan.ts';
import type { DistrictRows } from '../district/rows.ts';
import { demoDistrict } from './demo-areas.ts';
import { body } from './demo-bodies.ts';

type PlanArea = DistrictPlan['areas'][number];
type PlanBody = DistrictPlan['bodies'][number];
type PlanPost = DistrictPlan['posts'][number];

const district = String(demoDistrict.code);
/** Grids whose chains reach down to each building; elsewhere the missing ones are to be seen. */
const chainedGrids: ReadonlySet<string> = new Set([`${district}001001001`, `${district}001001002`]);
const leaders = 6;

/** Bodies beyond those that handle matters: the district's leaders, party organisations, residents' groups. */
export function inventChainBodies(areas: readonly PlanArea[]): PlanBody[] {
  const of = (kind: string) => areas.filter(({ code }) => areaKindOf(code) === kind);
  const offices = [
    body('government', 'districtGovernment', '栖川区委区政府', 'Qichuan District Committee and Government', district),
    ...of('subdistrict').map(({ code, nameZh, nameEn }) =>
      body(`party-${code}`, 'partyOrganisation', `中共${nameZh}工作委员会`, `${nameEn} Party Working Committee`, code),
    ),
    ...of('community').map(({ code, nameZh, nameEn }) =>
      body(`party-${code}`, 'partyOrganisation', `中共${nameZh}委员会`, `${nameEn} Party Committee`, code),
    ),
  ].map((one, index) => ({ ...one, phonePublic: `0999-557-${String(index + 1).padStart(4, '0')}` }));
  // Neighbours who help have no number on any board.
  return [
    ...offices,
    ...of('grid')
      .filter(({ code }) => chainedGrids.has(code))
      .map(({ code, nameZh, nameEn }) =>
        body(`group-${code}`, 'residentsGroup', `${nameZh}居民小组`, `${nameEn} Residents' Group`, code),
      ),
  ];
}

/** Posts of those bodies; the party secretary of a community is its 社区书记 as well. */
export function inventChainPosts(areas: readonly PlanArea[], bodies: readonly PlanBody[]): PlanPost[] {
  const addressesOf = new Map(areas.map(({ code, addresses }) => [code, addresses]));
  return bodies.flatMap((one): PlanPost[] => {
    if (one.kind === 'partyOrganisation') return [post(one, 0, 'partySecretary', '党组织书记', 'Party Secretary')];
    if (one.kind === 'residentsGroup')
      return (addressesOf.get(one.area) ?? []).map((address, index) =>
        post(one, index, 'buildingHead', `${address}楼栋长`, `Building Head, ${address}`),
      );
    return Array.from({ length: one.kind === 'districtGovernment' ? leaders : 0 }, (_, index) =>
      post(
        one,
        index,
        'districtLeader',
        `区领导（第${index + 1}联系组）`,
        `District Leader, Liaison Group ${index + 1}`,
      ),
    );
  });
}

/** Party organisations lead; the government leads its departments and offices. */
export function inventChainLinks(bodies: readonly PlanBody[]): DistrictPlan['links'] {
  return bodies.flatMap(({ key, kind, area }): DistrictPlan['links'] => {
    if (kind === 'department' || kind === 'subdistrictOffice') return [{ from: 'government', kind: 'leads', to: key }];
    if (kind !== 'partyOrganisation' || areaKindOf(area) !== 'community') return [];
    return [
      { from: `party-${area.slice(0, 9)}`, kind: 'leads', to: key },
      { from: key, kind: 'leads', to: `committee-${area}` },
    ];
  });
}

/** Computes who is charged with what in the demo district (包联), from its rows: the same ids every time. */
export function computeDemoCharges({ areas, posts, bodies }: DistrictRows): NewCharge[] {
  const kindOf = new Map(bodies.map(({ id, kind }) => [id, kind]));
  const postsOf = (kind: string, areaCode: string) =>
    posts.filter((one) => one.kind === kind && one.areaCode === areaCode);
  const cadresOf = Map.groupBy(
    posts.filter(({ bodyId }) => kindOf.get(bodyId) === 'subdistrictOffice'),
    ({ areaCode }) => areaCode,
  );
  const clerksOf = Map.groupBy(
    posts.filter(({ kind }) => kind === 'communityClerk'),
    ({ areaCode }) => areaCode,
  );
  const leaderPosts = postsOf('districtLeader', district);
  const headsOf = Map.groupBy(
    posts.filter(({ kind }) => kind === 'buildingHead'),
    ({ areaCode }) => areaCode,
  );
  let count = 0;
  const charge = (rung: NewCharge['rung'], areaCode: string, postId: string | undefined, place = ''): NewCharge[] =>
    postId === undefined
      ? []
      : [
          {
            id: `01900000-0000-7000-8002-${(++count).toString(16).padStart(12, '0')}`,
            rung,
            areaCode,
            place,
            front: '',
            postId,
            fromOn: '2024-04-01',
          },
        ];
  const nth = <T>(list: readonly T[] | undefined, index: number): T | undefined =>
    list?.[index % Math.max(list.length, 1)];
  return areas.flatMap(({ code, addresses = [] }, index) => {
    const kind = areaKindOf(code);
    if (kind === 'subdistrict') return charge('districtLeader', code, nth(leaderPosts, Number(code.slice(6)) - 1)?.id);
    if (kind === 'community') return charge('subdistrictCadre', code, nth(cadresOf.get(code.slice(0, 9)), index)?.id);
    if (kind !== 'grid') return [];
    return [
      ...charge('communityWorker', code, nth(clerksOf.get(code.slice(0, 12)), Number(code.slice(12)) - 1)?.id),
      ...addresses.flatMap((address, at) => charge('buildingContact', code, headsOf.get(code)?.[at]?.id, address)),
    ];
  });
}

const post = (one: PlanBody, index: number, kind: PlanPost['kind'], nameZh: string, nameEn: string): PlanPost => ({
  key: `${one.key}.${index + 1}`,
  body: one.key,
  kind,
  nameZh,
  nameEn,
  area: one.area,
  isHead: index === 0,
  tenure: 'appointed',
  phonePublic: null,
  duty: null,
});
