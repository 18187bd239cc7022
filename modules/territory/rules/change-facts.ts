import type { RefusalDetails } from '../../../platform/result.ts';
import type { AreaFacts, ChangePlan } from '../contract/area-change.ts';

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
  | 'area.no_room'
  | 'area.holds_none'
  | 'area.has_grids'
  | 'area.has_below'
  | 'area.is_district';

export const noChange: ChangePlan = { ended: [], founded: [], successions: [], renamed: [] };

type Named = { readonly nameZh: string; readonly nameEn: string };
export const namesOf = ({ nameZh, nameEn }: Named): RefusalDetails => ({ nameZh, nameEn });

/** What exists below an area, at any depth. */
export const livingBelow = ({ areas }: ChangeFacts, code: string): AreaFacts[] =>
  areas.filter((area) => area.endedOn === null && area.code !== code && area.code.startsWith(code));

/** The next numbers of three digits that nobody ever had below a code; undefined when they run out. */
export function freeCodes(under: string, count: number, { areas }: ChangeFacts): string[] | undefined {
  const had = areas.filter(({ code }) => code.length === under.length + 3 && code.startsWith(under));
  const last = had.reduce((most, { code }) => Math.max(most, Number(code.slice(-3))), 0);
  if (last + count > 999) return undefined;
  return Array.from({ length: count }, (_, i) => under + String(last + 1 + i).padStart(3, '0'));
}
