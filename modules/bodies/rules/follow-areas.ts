import { isCommittee as isCommitteeKind } from './committee.ts';

/** Where a body or a post answers from a change of areas on. */
export type Move = {
  readonly subject: 'body' | 'post';
  readonly subjectId: string;
  readonly fromArea: string;
  readonly toArea: string;
  readonly fromBody: string | null;
  readonly toBody: string | null;
};

export type FollowFacts = {
  /** By the code of an area that ended, the one that goes on with what was in it. */
  readonly heirs: ReadonlyMap<string, string>;
  readonly bodies: readonly { readonly bodyId: string; readonly kind: string; readonly areaCode: string }[];
  /** Bodies in the areas that go on, of whose kind only one may stand there. */
  readonly standing?: readonly { readonly bodyId: string; readonly kind: string; readonly areaCode: string }[];
  readonly posts: readonly {
    readonly postId: string;
    readonly bodyId: string;
    readonly areaCode: string;
    readonly isHead: boolean;
    readonly tenure: string;
  }[];
  /** By the code of a community, its committee. */
  readonly committees: ReadonlyMap<string, string>;
};

export type Following = {
  readonly moves: readonly Move[];
  readonly succeeded: readonly { readonly bodyId: string; readonly by: string }[];
};

/**
 * Decides who follows when areas end (随区划变更): every post answers for the area that goes on with its own. The
 * committee of a community that merged is succeeded by the one it merged into, and the appointed workers of the first
 * work in the second. Who was elected, and who signs for a body, stays in that body: no change of areas takes a member
 * out of office. Where only one body of a kind may stand and one does, that one succeeds. Other bodies move with their area.
 *
 * @source S09, S60; decision 0015
 */
export function followAreas({ heirs, bodies, posts, committees, standing = [] }: FollowFacts): Following {
  const succeeded = bodies.flatMap(({ bodyId, kind, areaCode }) => {
    const heir = heirs.get(areaCode) ?? '';
    const by = isCommitteeKind(kind)
      ? committees.get(heir)
      : standing.find((one) => one.kind === kind && one.areaCode === heir)?.bodyId;
    return by && by !== bodyId ? [{ bodyId, by }] : [];
  });
  const ended = new Set(succeeded.map(({ bodyId }) => bodyId));
  const successors = new Map(succeeded.map(({ bodyId, by }) => [bodyId, by]));
  const isCommittee = new Set([...committees.values(), ...ended]);
  const seats = bodies.flatMap(({ bodyId, areaCode }): Move[] => {
    const toArea = heirs.get(areaCode);
    if (!toArea || ended.has(bodyId)) return [];
    return [{ subject: 'body', subjectId: bodyId, fromArea: areaCode, toArea, fromBody: null, toBody: null }];
  });
  const moved = posts.flatMap((post): Move[] => {
    const toArea = heirs.get(post.areaCode);
    if (!toArea) return [];
    const movesOn = post.tenure === 'appointed' && !post.isHead && isCommittee.has(post.bodyId);
    const toBody =
      (movesOn ? (successors.get(post.bodyId) ?? committees.get(toArea.slice(0, 12))) : undefined) ?? post.bodyId;
    const { postId: subjectId, areaCode: fromArea, bodyId: fromBody } = post;
    return [{ subject: 'post', subjectId, fromArea, toArea, fromBody, toBody }];
  });
  return { moves: [...seats, ...moved], succeeded };
}
