import { kindsMeant } from '../../bodies/index.ts';
import type { ByLine } from '../kit/events.ts';
import type { Procedure, Role } from '../kit/define-procedure.ts';
import type { Matter } from '../kit/matter.ts';

/** Who asks for a step: a worker in a post, the person whose matter it is, or the timer. */
export type Asker =
  | {
      readonly kind: 'worker';
      readonly accountId: string;
      readonly postId: string;
      readonly bodyId: string;
      readonly isHead: boolean;
      /** Whose post it is, when the worker only stands in (代理). */
      readonly deputyFor?: { readonly accountId: string };
      readonly postKind?: string;
      readonly areaCode?: string;
    }
  | { readonly kind: 'reporter' }
  /** A neighbour who joined in, by the matter of their own; `saidAt`: when they last said whether it is solved. */
  | { readonly kind: 'supporter'; readonly matterId: string; readonly saidAt: Date | null }
  | { readonly kind: 'timer' };

/** Says which of these roles the asker has in the matter, the first that fits; undefined when none does. */
export const roleOf = (procedure: Procedure, roles: readonly string[], matter: Matter, by: Asker): string | undefined =>
  roles.find((name) => hasRole(procedure.roles[name], matter, by));

function hasRole(role: Role | undefined, matter: Matter, by: Asker): boolean {
  if (!role) return false;
  if (role.is === 'timer' || role.is === 'reporter' || role.is === 'supporter') return by.kind === role.is;
  if (by.kind !== 'worker') return false;
  if (role.otherThan === 'answerer' && by.accountId === matter.answeredBy) return false;
  if (role.is === 'post') return holdsPost(role, matter, by);
  if (role.is === 'firstContact') return by.postId === matter.firstContact.postId;
  const concerned = role.is === 'holder' || role.is === 'holderHead' ? matter.holder : matter.offer?.to;
  if (!concerned || by.bodyId !== concerned.bodyId) return false;
  if (role.of && !kindsMeant(role.of).includes(concerned.kind)) return false;
  if (role.posts && !role.posts.some((post) => post === by.postKind)) return false;
  return role.is === 'holder' || role.is === 'offered' || by.isHead;
}

const holdsPost = ({ posts = [] }: Role, matter: Matter, by: Extract<Asker, { kind: 'worker' }>): boolean =>
  posts.some((post) => post === by.postKind) && by.areaCode !== undefined && matter.areaCode.startsWith(by.areaCode);

export function asByLine(role: string, by: Asker): ByLine {
  switch (by.kind) {
    case 'worker':
      return {
        role,
        actor: 'worker',
        accountId: by.accountId,
        postId: by.postId,
        bodyId: by.bodyId,
        ...(by.deputyFor ? { forAccountId: by.deputyFor.accountId } : {}),
      };
    case 'supporter':
      return { role, actor: 'supporter', matterId: by.matterId };
    case 'reporter':
    case 'timer':
      return { role, actor: by.kind };
  }
}
