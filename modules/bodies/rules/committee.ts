import { bodyKinds, factsOfKind, type BodyKind } from '../contract/body-kinds.ts';

/**
 * The kinds of body that are the committee of an area (基层群众性自治组织): the residents' committee of a community in a
 * town, the villagers' committee of a village. Each answers to the people of its area, and an area has one of them.
 *
 * @source 城市居民委员会组织法第2条, 村民委员会组织法第2条; catalogue S01, S02
 */
export const committeeKinds: readonly BodyKind[] = bodyKinds.filter((kind) => factsOfKind(kind).isCommittee);

export const isCommittee = (kind: string): boolean => committeeKinds.some((one) => one === kind);

/**
 * Lists the kinds of body that a procedure means by those it names: who names the committee of one kind of area means the
 * committee of every area (村居同责), so that a village is served by the procedures that name the residents' committee.
 */
export const kindsMeant = (named: readonly BodyKind[]): readonly BodyKind[] =>
  named.some(isCommittee) ? [...new Set([...named, ...committeeKinds])] : named;
