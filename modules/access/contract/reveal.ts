export const revealPurposes = ['contactReporter', 'verifyFacts'] as const;
/** Why someone looks at a protected detail: 联系反映人, 核实情况. */
export type RevealPurpose = (typeof revealPurposes)[number];

/** What was looked at, such as kind `matter` with the matter's id. */
export type RevealSubject = { readonly subjectKind: string; readonly subjectId: string };

/** One look at a protected detail (查看留痕), as the person concerned may read it. */
export type Reveal = {
  readonly at: Date;
  readonly purpose: RevealPurpose;
  readonly accountId: string;
  readonly personZh: string;
  readonly personEn: string;
  readonly postNameZh: string;
  readonly postNameEn: string;
  readonly bodyNameZh: string;
  readonly bodyNameEn: string;
};
