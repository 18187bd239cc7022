export const officerStates = ['here', 'stoodInFor', 'vacant', 'missing'] as const;
/**
 * How a body is covered with an information officer (信息员配备): somebody is named and here; away, and a deputy acts; the post is
 * there and nobody holds it; there is no such post.
 */
export type OfficerState = (typeof officerStates)[number];
