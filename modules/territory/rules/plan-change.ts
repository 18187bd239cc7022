import { done, refuse, type RefusalDetails, type Result } from '../../../platform/result.ts';
import type { AreaChangeOrder, AreaFacts, ChangePlan } from '../contract/area-change.ts';

/** What the rules look at: the areas named and those below them, and the ones their new codes must not meet. */
export type ChangeFacts = {
  readonly districtId: number;
  /** Every area of the sub-districts concerned, ended ones too. */
  readonly areas: readonly AreaFacts[];
};

export type ChangeRefusal =
  | 'area.not_found'
  | 'area.across_districts'
  | 'area.ended'
  | 'area.into_itself'
  | 'area.not_a_community'
  | 'area.before_founding'
  | 'area.name_taken'
  | 'area.same_name'
  | 'area.grid_elsewhere'
  | 'area.grid_twice'
  | 'area.no_room';

/**
 * Works out what a merger, a split or a new name does to the tree (区划变更), or why it cannot be.
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
 * @source S09
 */
export function planChange(order: AreaChangeOrder, facts: ChangeFacts): Result<ChangePlan, ChangeRefusal> {
  const own = areaOf(facts, order.code, order.on);
  if (!own.ok) return own;
  if (order.kind === 'rename') return planRename(order, facts, own.value);
  if (own.value.kind !== 'community') return refuse('area.not_a_community', namesOf(own.value));
  return order.kind === 'merge' ? planMerge(order, facts, own.value) : planSplit(order, facts, own.value);
}

const nothing: ChangePlan = { ended: [], founded: [], successions: [], renamed: [] };

function areaOf(facts: ChangeFacts, code: string, on: string): Result<AreaFacts, ChangeRefusal> {
  if (!code.startsWith(String(facts.districtId))) return refuse('area.across_districts', { code });
  const area = facts.areas.find((one) => one.code === code);
  if (!area) return refuse('area.not_found', { code });
  if (area.endedOn !== null) return refuse('area.ended', { ...namesOf(area), on: area.endedOn });
  return on <= area.foundedOn ? refuse('area.before_founding', { ...namesOf(area), on: area.foundedOn }) : done(area);
}

type Order<K> = Extract<AreaChangeOrder, { kind: K }>;

function planRename(order: Order<'rename'>, facts: ChangeFacts, own: AreaFacts): Result<ChangePlan, ChangeRefusal> {
  const { code, nameZh, nameEn } = order;
  if (own.nameZh === nameZh && own.nameEn === nameEn) return refuse('area.same_name', namesOf(own));
  const other = nameTaken(facts, nameZh, code);
  return other ? refuse('area.name_taken', namesOf(other)) : done({ ...nothing, renamed: [{ code, nameZh, nameEn }] });
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
    ...nothing,
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
    ...nothing,
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
const namesOf = ({ nameZh, nameEn }: Named): RefusalDetails => ({ nameZh, nameEn });
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

/** The next numbers of three digits that nobody ever had below a code; undefined when they run out. */
function freeCodes(under: string, count: number, { areas }: ChangeFacts): string[] | undefined {
  const had = areas.filter(({ code }) => code.length === under.length + 3 && code.startsWith(under));
  const last = had.reduce((most, { code }) => Math.max(most, Number(code.slice(-3))), 0);
  if (last + count > 999) return undefined;
  return Array.from({ length: count }, (_, i) => under + String(last + 1 + i).padStart(3, '0'));
}
