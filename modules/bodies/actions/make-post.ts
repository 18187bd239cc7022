import { v7 as newId } from 'uuid';
import { done, refuse } from '../../../platform/result.ts';
import type { Work } from '../../../platform/work.ts';
import { findArea } from '../../territory/index.ts';
import type { NewPost } from '../contract/post.ts';
import { mayMakePost } from '../rules/post-shape.ts';
import { loadBody } from '../store/body-store.ts';
import { savePosts } from '../store/post-store.ts';
import { hasOpenHead } from '../store/staff-store.ts';
import { changeStaff } from './change-staff.ts';

/**
 * Makes a post in a body (设岗); it is vacant until someone is appointed.
 *
 * @returns the post's id, or a refusal: `body.not_found`, `area.not_found`, or one of {@link mayMakePost}
 */
export const makePost = (work: Work, order: Omit<NewPost, 'id'> & { readonly commandId: string }) =>
  changeStaff(work, { commandId: order.commandId, kind: 'postMade' }, async () => {
    const { commandId: _, ...plan } = order;
    const body = await loadBody(work, plan.bodyId);
    if (!body) return refuse('body.not_found');
    const may = mayMakePost({ ...body, hasHead: await hasOpenHead(work, plan.bodyId) }, plan);
    if (!may.ok) return may;
    if (!(await findArea(work, plan.areaCode))) return refuse('area.not_found');
    const id = newId();
    await savePosts(work, [{ ...plan, id }]);
    return done({ postId: id, accountId: null, subjectId: id, ground: null, note: '' });
  });
