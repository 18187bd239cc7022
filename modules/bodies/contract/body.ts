import type { BodyKind } from './body-kinds.ts';

export const linkKinds = ['leads', 'guides', 'supervises', 'assists'] as const;
/** 领导, 指导, 监督, 协助. A sub-district office guides a residents' committee; it does not lead it. */
export type LinkKind = (typeof linkKinds)[number];

export type BodyName = {
  readonly bodyId: string;
  readonly kind: BodyKind;
  readonly nameZh: string;
  readonly nameEn: string;
};

/** An organisation (机构). */
export type Body = BodyName & {
  readonly areaCode: string;
  /** The number on the notice board; never a person's own. */
  readonly phonePublic: string | null;
  /** Keys of the request categories a department answers for (职责分工). */
  readonly duties: readonly string[];
};

/** The id is made by the caller, a UUID. */
export type NewBody = {
  readonly id: string;
  readonly kind: BodyKind;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly areaCode: string;
  readonly phonePublic: string | null;
  readonly duties: readonly string[];
};

/** Reads as a sentence: `fromBodyId` guides `toBodyId`. */
export type BodyLink = { readonly fromBodyId: string; readonly toBodyId: string; readonly kind: LinkKind };
