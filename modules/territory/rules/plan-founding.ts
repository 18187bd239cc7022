import { done, refuse, type Result } from '../../../platform/result.ts';
import type { AreaChangeOrder, AreaFacts, ChangePlan } from '../contract/area-change.ts';
import { runByDistrictIn } from './area-code.ts';
import { freeCodes, livingBelow, namesOf, noChange, type ChangeFacts, type ChangeRefusal } from './change-facts.ts';

type Order<K> = Extract<AreaChangeOrder, { kind: K }>;

/**
 * Plans a new area (设立) right below another one: a sub-district in the district, a community or village in a sub-district,
 * or in a district that runs it itself, or the first grid of a community; further grids come out of dividing those that are there, so that none is without an
 * address.
 *
 * @returns the plan, or `area.holds_none`, `area.has_grids`, `area.name_taken`, `area.no_room`
 * @source S09, S10
 */
export function planFounding(
  { nameZh, nameEn, runByDistrict }: Order<'found'>,
  facts: ChangeFacts,
  parent: AreaFacts,
): Result<ChangePlan, ChangeRefusal> {
  if (!['district', 'subdistrict', 'community'].includes(parent.kind))
    return refuse('area.holds_none', namesOf(parent));
  if (runByDistrict && parent.kind !== 'district') return refuse('area.holds_none', namesOf(parent));
  const under = runByDistrict ? runByDistrictIn(parent.code) : parent.code;
  const siblings = livingBelow(facts, under).filter(({ code }) => code.length === under.length + 3);
  if (parent.kind === 'community' && siblings.length > 0) return refuse('area.has_grids', namesOf(parent));
  const namesake = siblings.find((area) => area.nameZh === nameZh);
  if (namesake) return refuse('area.name_taken', namesOf(namesake));
  const [code] = freeCodes(under, 1, facts) ?? [];
  return code ? done({ ...noChange, founded: [{ code, nameZh, nameEn }] }) : refuse('area.no_room', namesOf(parent));
}

/**
 * Plans the end of an area (撤销) into which nothing has to follow: everything below it has ended before. Whose people and
 * addresses go on somewhere is merged instead.
 *
 * @returns the plan, or `area.has_below`, `area.is_district`
 */
export function planEnding(facts: ChangeFacts, own: AreaFacts): Result<ChangePlan, ChangeRefusal> {
  if (own.kind === 'district') return refuse('area.is_district', namesOf(own));
  const below = livingBelow(facts, own.code);
  if (below.length > 0) return refuse('area.has_below', { ...namesOf(own), count: below.length });
  return done({ ...noChange, ended: [own.code] });
}
