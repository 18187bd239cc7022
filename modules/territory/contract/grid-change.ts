import type { Address, Outline } from './address.ts';

export const changeKinds = ['derived', 'import', 'move', 'split', 'merge', 'outlines', 'areas'] as const;
/** derived 由区划名单生成, import 导入, move 调整, split 拆分, merge 合并, outlines 改边界, areas 随社区合并或拆分. */
export type ChangeKind = (typeof changeKinds)[number];

/** A grid with what lies in it, as the rules of changing need it. */
export type GridSheet = {
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly outline: Outline | null;
};

/** A community's grids, doors and outlines together: what every change is decided on. */
export type GridBook = {
  readonly communityCode: string;
  readonly outline: Outline | null;
  readonly grids: readonly GridSheet[];
  readonly addresses: readonly Address[];
  /** Codes first given here, of addresses that lie in another community today; their numbers are not given again. */
  readonly goneCodes: readonly string[];
};

export const findingKinds = [
  'addressInNoGrid',
  'addressTwice',
  'gridWithoutAddress',
  'addressOutside',
  'gridWithoutOutline',
  'overlap',
  'hole',
  'outside',
] as const;
/** What is not right with the grids of a community: seams (缝隙) and overlaps (重叠), of addresses and of outlines. */
export type Finding = {
  readonly kind: (typeof findingKinds)[number];
  readonly addressCode: string | null;
  /** The grids concerned, one or two. */
  readonly grids: readonly string[];
  readonly areaM2: number | null;
  /** Where on the map, WGS-84. */
  readonly at: readonly [number, number] | null;
};

/** What a change does, before it is done. */
export type GridPlan = {
  readonly kind: ChangeKind;
  readonly moves: readonly { readonly addressCode: string; readonly from: string | null; readonly to: string }[];
  readonly founded: { readonly code: string; readonly nameZh: string; readonly nameEn: string } | null;
  readonly ended: string | null;
  /** The grid that goes on with what lay in the one that ended. */
  readonly into: string | null;
  readonly outlines: readonly { readonly gridCode: string; readonly outline: Outline | null }[];
  /** Doors that a line could not tell apart, because they have no place on the map. */
  readonly undecided: readonly string[];
};
