/** What words may tell of a person, and be masked for (遮盖理由); an opinion is none of these. */
export const maskKinds = ['name', 'number', 'plate', 'door', 'workplace', 'health', 'child'] as const;
export type MaskKind = (typeof maskKinds)[number];

export const objectionDecisions = ['keptOff', 'shownAgain'] as const;
export type ObjectionDecision = (typeof objectionDecisions)[number];
