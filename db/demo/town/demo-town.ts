import { areaKindOf, communityOf, type Town, type TownCommunity } from '../../../modules/territory/index.ts';
import { demoDistrict } from '../demo-areas.ts';
import { makeRandom, type Random } from '../random.ts';
import { inventDoors } from './invent-doors.ts';
import { groundOf, lonLatOf, type LonLat, type Street } from './on-the-map.ts';
import { sharedEdge, splitGround, type Ground, type Spot } from './split-ground.ts';

type PlanArea = { readonly code: string; readonly addresses?: readonly string[] | undefined };

const seed = 990_103;
/** Registers down to the stairwell are invented for this sub-district; elsewhere an estate is one address. */
const detailed = `${demoDistrict.code}001`;

/**
 * Invents the ground of the demo district (演示区地图): outlines of sub-districts, communities and grids that meet without a
 * gap, streets along their edges, and for the first sub-district buildings with their place. The same every time.
 */
export function inventTown(areas: readonly PlanArea[]): Town {
  const random = makeRandom(seed);
  const of = (kind: string, under = '') =>
    areas.filter(({ code }) => areaKindOf(code) === kind && code.startsWith(under)).map(({ code }) => code);
  const counts = new Map<string, number>();
  for (const code of of('grid'))
    for (const above of [9, 12, 15]) counts.set(code.slice(0, above), (counts.get(code.slice(0, above)) ?? 0) + 1);
  const grounds = new Map<string, Ground>();
  const put = (ground: Ground, codes: readonly string[]) => {
    for (const [code, piece] of splitGround(random, ground, codes, (code) => counts.get(code) ?? 1))
      grounds.set(code, piece);
  };
  put(districtGround(random), of('subdistrict'));
  for (const code of of('subdistrict')) put(groundOf(grounds, code), of('community', code));
  for (const code of of('community')) put(groundOf(grounds, code), of('grid', code));

  const streets = of('community').flatMap((code) => streetOf(areas, grounds, code));
  return {
    outlines: [...grounds].map(([code, ground]) => ({ code, outline: [[closed(ground)]] })),
    roads: streets.map(({ community, name, ends }) => ({ community, name, line: ends.map(lonLatOf) })),
    communities: of('community', detailed).map((code): TownCommunity => {
      const street = streets.find(({ community }) => community === code);
      const grids = areas.filter((area) => areaKindOf(area.code) === 'grid' && communityOf(area.code) === code);
      return { code, addresses: inventDoors(random, grids, grounds, street) };
    }),
  };
}

/** Twelve corners around eleven kilometres. */
function districtGround(random: Random): Ground {
  return Array.from({ length: 12 }, (_, at): Spot => {
    const [angle, far] = [(at * Math.PI) / 6, random.between(5_200, 5_600)];
    return [Math.cos(angle) * far * 1.2, Math.sin(angle) * far];
  });
}

function streetOf(areas: readonly PlanArea[], grounds: ReadonlyMap<string, Ground>, community: string): Street[] {
  const [first, second] = areas.filter(({ code }) => areaKindOf(code) === 'grid' && communityOf(code) === community);
  const name = first?.addresses?.find((one) => second?.addresses?.includes(one));
  if (!first || !second || name === undefined) return [];
  const ends = sharedEdge(groundOf(grounds, first.code), groundOf(grounds, second.code));
  return ends ? [{ community, name, ends, sides: [first.code, second.code] as const }] : [];
}
function closed(ground: Ground): LonLat[] {
  const ring = ground.map(lonLatOf);
  return [...ring, ring[0] as LonLat];
}
