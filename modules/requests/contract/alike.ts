/** Why a public request may be the same thing as one about to be sent (相似事项的理由). */
export const alikeReasons = ['sameGrid', 'sameWords', 'sameKind'] as const;
export type AlikeReason = (typeof alikeReasons)[number];
