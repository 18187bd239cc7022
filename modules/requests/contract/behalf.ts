/** What the person who asks is to the person it is about (与当事人的关系). */
export const behalves = ['self', 'family', 'neighbour', 'stairwellHead', 'other'] as const;
export type Behalf = (typeof behalves)[number];
