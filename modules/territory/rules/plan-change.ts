import { done, refuse, type Result } from '../../../platform/result.ts';
import type { AreaChangeOrder, AreaFacts, ChangePlan } from '../contract/area-change.ts';
import { freeCodes, namesOf, noChange, type ChangeFacts, type ChangeRefusal } from './change-facts.ts';
import { planEnding, planFounding } from './plan-founding.ts';

/**
 * Works out what a merger, a split, a new name, a founding or an end does to the tree (区划变更), or why it cannot be.
 *
 * Merger: the community ends, each of its grids goes on under the successor with a code of its own. Split: the community
 * goes on with what is not split off; each part is a new community, and takes the grids named for it. A code is never
 * used twice.
 *
 * @returns the plan, or a refusal:
 *   - `area.across_districts`, `area.not_found`, `area.ended`: an area named is not here, or no longer
 *   - `area.into_itself`, `area.not_a_community`: what does not merge or split
 *   - `area.before_founding`: the day is not after the day on which an area began
 *   - `area.name_taken`, `area.same_name`: another community there has the name; or it is called so already
 *   - `area.grid_elsewhere`, `area.grid_twice`: a grid of a part does not lie there, or is named twice
 *   - `area.no_room`: no code is left for a grid or a community
 *   - those of {@link planFounding} and {@link planEnding}
 * @source S09
 */
export function planChange(order: AreaChangeOrder, facts: ChangeFacts): Result<ChangePlan, ChangeRefusal> {
  const own = areaOf(facts, order.code, order.on, order.kind === 'found');
  if (!own.ok) return own;
  if (order.kind === 'rename') return planRename(order, facts, own.value);
  if (order.kind === 'found') return planFounding(order, facts, own.value);
  if (order.kind === 'end') return planEnding(facts, own.value);
  if (own.value.kind !== 'community') return refuse('area.not_a_community', namesOf(own.value));
  return order.kind === 'merge' ? planMerge(order, facts, own.value) : planSplit(order, facts, own.value);
}

/** @param onItsFirstDay whether the change may hold from the day on which the area itself began */
function areaOf(facts: ChangeFacts, code: string, on: string, onItsFirstDay = false): Result<AreaFacts, ChangeRefusal> {
  if (!code.startsWith(String(facts.districtId))) return refuse('area.across_districts', { code });
  const area = facts.areas.find((one) => one.code === code);
  if (!area) return refuse('area.not_found', { code });
  if (area.endedOn !== null) return refuse('area.ended', { ...namesOf(area), on: area.endedOn });
  const isTooEarly = onItsFirstDay ? on < area.foundedOn : on <= area.foundedOn;
  return isTooEarly ? refuse('area.before_founding', { ...namesOf(area), on: area.foundedOn }) : done(area);
}

type Order<K> = Extract<AreaChangeOrder, { kind: K }>;

function planRename(order: Order<'rename'>, facts: ChangeFacts, own: AreaFacts): Result<ChangePlan, ChangeRefusal> {
  const { code, nameZh, nameEn } = order;
  if (own.nameZh === nameZh && own.nameEn === nameEn) return refuse('area.same_name', namesOf(own));
  const other = nameTaken(facts, nameZh, code);
  return other ? refuse('area.name_taken', namesOf(other)) : done({ ...noChange, renamed: [{ code, nameZh, nameEn }] });
}

function planMerge(order: Order<'merge'>, facts: ChangeFacts, own: AreaFacts): Result<ChangePlan, ChangeRefusal> {
  if (order.into === order.code) return refuse('area.into_itself', namesOf(own));
  const heir = areaOf(facts, order.into, order.on);
  if (!heir.ok) return heir;
  if (heir.value.kind !== 'community') return refuse('area.not_a_community', namesOf(heir.value));
  const grids = below(facts, own.code);
  const moved = recode(grids, order.into, facts);
  if (!moved) return refuse('area.no_room', namesOf(heir.value));
  return done({
    ...noChange,
    ended: [own.code, ...grids.map(({ code }) => code)],
    founded: moved.map(({ to, area }) => named(to, area)),
    successions: [{ from: own.code, to: order.into, isWhole: true }, ...moved.map(wholly)],
  });
}

function planSplit(order: Order<'split'>, facts: ChangeFacts, own: AreaFacts): Result<ChangePlan, ChangeRefusal> {
  const wanted = order.parts.flatMap(({ grids }) => grids);
  const twice = wanted.find((code, i) => wanted.indexOf(code) !== i);
  if (twice) return refuse('area.grid_twice', { code: twice });
  const grids = below(facts, own.code);
  const elsewhere = wanted.find((code) => !grids.some((grid) => grid.code === code));
  if (elsewhere) return refuse('area.grid_elsewhere', { code: elsewhere, ...namesOf(own) });
  const names = order.parts.map(({ nameZh }) => nameZh);
  const other = order.parts.map(({ nameZh }) => nameTaken(facts, nameZh, '')).find((area) => area !== undefined);
  if (other) return refuse('area.name_taken', namesOf(other));
  const same = names.findIndex((name, i) => names.indexOf(name) !== i);
  if (same >= 0) return refuse('area.name_taken', namesOf(order.parts[same]!));
  const codes = freeCodes(own.code.slice(0, 9), order.parts.length, facts);
  if (!codes) return refuse('area.no_room', namesOf(own));
  const parts = order.parts.map((part, i) => {
    const code = codes[i]!;
    return {
      part,
      code,
      moved:
        recode(
          grids.filter((grid) => part.grids.includes(grid.code)),
          code,
          facts,
        ) ?? [],
    };
  });
  return done({
    ...noChange,
    ended: wanted,
    founded: parts.flatMap(({ part, code, moved }) => [
      named(code, part),
      ...moved.map(({ to, area }) => named(to, area)),
    ]),
    successions: parts.flatMap(({ code, moved }) => [
      { from: own.code, to: code, isWhole: false },
      ...moved.map(wholly),
    ]),
  });
}

type Named = { readonly nameZh: string; readonly nameEn: string };
const named = (code: string, { nameZh, nameEn }: Named) => ({ code, nameZh, nameEn });
const wholly = ({ area, to }: { area: AreaFacts; to: string }) => ({ from: area.code, to, isWhole: true });

/** The grids that exist below a community. */
const below = ({ areas }: ChangeFacts, code: string) =>
  areas.filter((area) => area.kind === 'grid' && area.endedOn === null && area.code.startsWith(code));

/** Two communities of one district with one name would be taken for one another. */
const nameTaken = ({ areas }: ChangeFacts, nameZh: string, but: string) =>
  areas.find(
    (area) => area.kind === 'community' && area.endedOn === null && area.nameZh === nameZh && area.code !== but,
  );

function recode(grids: readonly AreaFacts[], under: string, facts: ChangeFacts) {
  const codes = freeCodes(under, grids.length, facts);
  return codes && grids.map((area, i) => ({ area, to: codes[i]! }));
}
