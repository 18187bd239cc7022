import type { Work } from '../../../platform/work.ts';
import type { Body } from '../contract/body.ts';
import { loadBody } from '../store/body-store.ts';
import { loadPeopleOf, loadPostsAt, loadSuccessor } from '../store/follow-store.ts';

/** Finds the body that goes on with the work of this one (承接机构), itself when nothing succeeded it. */
export async function findSuccessorBody(work: Work, bodyId: string): Promise<Body | undefined> {
  let at = bodyId;
  for (let next = await loadSuccessor(work, at); next; next = await loadSuccessor(work, at)) at = next;
  return loadBody(work, at);
}

/** Lists the accounts of the people who are in a post of a body today (在岗人员). */
export const listPeopleOf = (work: Work, bodyId: string): Promise<string[]> => loadPeopleOf(work, bodyId);

/** Counts the posts that answer for exactly these areas (岗位数). */
export const countPostsAt = async (work: Work, codes: readonly string[]): Promise<number> =>
  (await loadPostsAt(work, codes)).length;
