import type { NamedHolder } from '../contract/chain.ts';
import type { BodyKind } from '../contract/body-kinds.ts';
import type { OfficerState } from '../contract/officer-states.ts';

/** Bodies that have to have an information officer of their own (应设信息员的单位). */
export const bodiesWithOfficer = ['subdistrictOffice', 'department'] as const satisfies readonly BodyKind[];

type Held = Pick<NamedHolder, 'kind' | 'isHead' | 'personZh' | 'standIn'>;

/**
 * Says how a body is covered with an information officer (信息员) today: of several the first who is here, else one who is stood
 * in for. Where there is none, its head is to be called.
 *
 * @param posts the posts of one body that are officers' or its head's, with who holds them today
 * @source catalogue S184: each township and each department has a dedicated information officer
 */
export function computeOfficerCover<T extends Held>(
  posts: readonly T[],
): { readonly state: OfficerState; readonly officer: T | null; readonly call: T | null } {
  const officers = posts.filter(({ kind }) => kind === 'informationOfficer');
  const held = officers.filter(({ personZh }) => personZh !== null);
  const officer = held.find(({ standIn }) => standIn === null) ?? held[0] ?? null;
  if (officer) return { state: officer.standIn ? 'stoodInFor' : 'here', officer, call: officer };
  const head = posts.find(({ isHead, personZh }) => isHead && personZh !== null) ?? null;
  return { state: officers.length > 0 ? 'vacant' : 'missing', officer: null, call: head };
}
