import type { PostKind } from './post.ts';

export type RungFacts = {
  readonly zh: string;
  readonly en: string;
  /** The kind of area that one person is named for; `place` is an estate, building or stairwell inside a grid. */
  readonly at: 'subdistrict' | 'community' | 'grid' | 'place';
  /** Named by who holds such a post in the area today; otherwise somebody is charged with it (包联). */
  readonly fromPosts: readonly PostKind[] | null;
  /** Holders of an office are named on public boards; neighbours who help are not. */
  readonly isPublic: boolean;
};

/**
 * The rungs of a responsibility chain (四联四包), widest first: 党委班子包点, 街道干部包片, 社区书记或主任负总责, 社区工作者包网格,
 * 网格员, and for each building a 楼栋长 or party member who is the contact of its households.
 *
 * @source catalogue S07 (four links, four charges), S08 (liaison cadres)
 */
export const rungFacts = {
  districtLeader: {
    zh: '区领导联系',
    en: 'District leader',
    at: 'subdistrict',
    fromPosts: null,
    isPublic: true,
  },
  subdistrictCadre: {
    zh: '街道干部包片',
    en: 'Sub-district cadre',
    at: 'community',
    fromPosts: null,
    isPublic: true,
  },
  communityLead: {
    zh: '社区负责人',
    en: 'Community lead',
    at: 'community',
    fromPosts: ['communitySecretary', 'communityDirector'],
    isPublic: true,
  },
  communityWorker: {
    zh: '社区工作者包网格',
    en: 'Community worker',
    at: 'grid',
    fromPosts: null,
    isPublic: true,
  },
  gridWorker: { zh: '网格员', en: 'Grid worker', at: 'grid', fromPosts: ['gridWorker'], isPublic: true },
  buildingContact: {
    zh: '楼栋（户）联系人',
    en: 'Building contact',
    at: 'place',
    fromPosts: null,
    isPublic: false,
  },
} as const satisfies Readonly<Record<string, RungFacts>>;

export type ChainRung = keyof typeof rungFacts;
export const chainRungs = Object.keys(rungFacts) as [ChainRung, ...ChainRung[]];
export const factsOfRung = (rung: ChainRung): RungFacts => rungFacts[rung];

/** What a charge may be set for: a rung of the chain that no post gives by itself, or a front of a village matrix (战线). */
export const chargeRungs = [
  'districtLeader',
  'subdistrictCadre',
  'communityWorker',
  'buildingContact',
  'front',
] as const;
export type ChargeRung = (typeof chargeRungs)[number];

/** Someone charged with a place (包联); the id is made by the caller, a UUID. */
export type NewCharge = {
  readonly id: string;
  readonly rung: ChargeRung;
  readonly areaCode: string;
  /** An estate, building or stairwell of the grid, as the register of addresses writes it; empty: the whole area. */
  readonly place: string;
  /** Empty except for `front`. */
  readonly front: string;
  readonly postId: string;
  /** ISO date. */
  readonly fromOn: string;
};

/** A person in a post, as chains and boards name them; `personZh` null: the post is vacant. */
export type NamedHolder = {
  readonly postId: string;
  readonly kind: PostKind;
  readonly postZh: string;
  readonly postEn: string;
  readonly isHead: boolean;
  readonly areaCode: string;
  readonly bodyId: string;
  readonly bodyZh: string;
  readonly bodyEn: string;
  readonly personZh: string | null;
  readonly personEn: string | null;
  /** The post's number, or that of its body. */
  readonly phonePublic: string | null;
  readonly duty: string | null;
  /** Who acts for the holder today (代理), and the last day of it; null: the holder is here, or nobody stands in. */
  readonly standIn: { readonly personZh: string; readonly personEn: string; readonly untilOn: string } | null;
};

export type ChargeHeld = {
  readonly chargeId: string;
  readonly rung: ChargeRung;
  readonly areaCode: string;
  readonly place: string;
  readonly front: string;
  readonly holder: NamedHolder;
};

/** One rung of one chain: nobody in `holders`, or only vacant posts, is a gap. */
export type ChainLink = {
  readonly rung: ChainRung;
  readonly areaCode: string;
  readonly place: string;
  readonly holders: readonly NamedHolder[];
  /** Doors and homes that one may see, for which this rung of the place answers; 0 on the wider rungs. */
  readonly doors: number;
  readonly homes: number;
};
