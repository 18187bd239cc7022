import type { PostKind } from '../../bodies/index.ts';
import type { BodyRef, Matter, Procedure } from '../../matters/index.ts';

/** Whom a notice is for (告知对象): everybody of a body, its head, or the holder of one post, whoever that is then. */
export type Audience =
  | { readonly audience: 'body' | 'head'; readonly bodyId: string; readonly postId: null }
  | { readonly audience: 'post'; readonly bodyId: string; readonly postId: string };
export type Told = {
  readonly staff: readonly Audience[];
  readonly reporter: boolean;
  /** Those who joined in (附议人). */
  readonly supporters: boolean;
};

/** A post of the body that holds a matter. */
export type PostInBody = { readonly postId: string; readonly bodyId: string; readonly kind: PostKind };

export const audienceOf = ({ bodyId, postId }: Pick<PostInBody, 'bodyId' | 'postId'>): Audience => ({
  audience: 'post',
  bodyId,
  postId,
});
export const headOf = (bodyId: string): Audience => ({ audience: 'head', bodyId, postId: null });
export const everybodyOf = (bodyId: string): Audience => ({ audience: 'body', bodyId, postId: null });

/**
 * Finds who is told when a procedure names these roles (告知谁), as the matter stands. Whoever heads the body that is asked is told
 * while it is their turn; at any other time the role means who would decide: the head of the tier above the holder.
 *
 * Those who joined in are told where the procedure says so; of a version that does not say so yet, like the person who asked.
 *
 * A role of the holder in certain posts (信息员) means those posts, whoever holds them.
 *
 * @param above the body one tier above the holder; undefined when there is none
 * @param posts those of the body that holds the matter
 */
export function findTold(
  procedure: Procedure,
  matter: Matter,
  roles: readonly string[],
  { above, posts = [] }: { readonly above?: BodyRef | undefined; readonly posts?: readonly PostInBody[] } = {},
): Told {
  const staff: Audience[] = [];
  let reporter = false;
  let supporters = false;
  for (const name of roles) {
    const role = procedure.roles[name];
    if (!role || role.is === 'timer') continue;
    if (role.is === 'reporter') reporter = true;
    else if (role.is === 'supporter') supporters = true;
    else if (role.is === 'holder' && role.posts)
      staff.push(...posts.filter(({ kind }) => role.posts?.includes(kind)).map(audienceOf));
    else if (role.is === 'firstContact') staff.push({ audience: 'post', ...postOf(matter) });
    else {
      const body = concernedBy(role.is, { procedure, matter, above });
      if (!body || (role.of && !role.of.includes(body.kind))) continue;
      staff.push(role.is === 'holder' || role.is === 'offered' ? everybodyOf(body.bodyId) : headOf(body.bodyId));
    }
  }
  return {
    staff: withoutRepeats(staff),
    reporter,
    supporters: supporters || (reporter && !tellsSupporters(procedure)),
  };
}

const tellsSupporters = ({ roles, steps }: Procedure): boolean =>
  Object.values(steps).some(({ tells = [] }) => tells.some((name) => roles[name]?.is === 'supporter'));

type Standing = { readonly procedure: Procedure; readonly matter: Matter; readonly above: BodyRef | undefined };

function concernedBy(relation: string, { procedure, matter, above }: Standing) {
  if (relation === 'holder' || relation === 'holderHead') return matter.holder;
  if (relation === 'offered') return matter.offer?.to;
  const owner = procedure.states[matter.state]?.owner;
  const isTheirTurn = owner !== undefined && procedure.roles[owner]?.is === 'offeredHead';
  return isTheirTurn ? matter.offer?.to : above;
}

const postOf = ({ firstContact: { bodyId, postId } }: Matter) => ({ bodyId, postId });

/** Each once; a head who is told with everybody of the body is not told again. */
export function withoutRepeats(all: readonly Audience[]): readonly Audience[] {
  const bodies = new Set(all.filter(({ audience }) => audience === 'body').map(({ bodyId }) => bodyId));
  const seen = new Set<string>();
  return all.filter((one) => {
    const key = `${one.audience} ${one.bodyId} ${one.postId ?? ''}`;
    if (seen.has(key) || (one.audience === 'head' && bodies.has(one.bodyId))) return false;
    seen.add(key);
    return true;
  });
}
