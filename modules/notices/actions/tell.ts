import type { Work } from '../../../platform/work.ts';
import { describePeople, findBody, findDeciderBody, listPostsIn } from '../../bodies/index.ts';
import { calendarOf, type BodyRef, type Matter, type Recorded } from '../../matters/index.ts';
import { causesIn, type Cause } from '../rules/causes.ts';
import { deferNight } from '../rules/night.ts';
import { audienceOf, findTold, headOf, withoutRepeats, type Audience, type PostInBody } from '../rules/told.ts';
import { insertMessage } from '../store/message-store.ts';
import { insertNotices, type NewNotice } from '../store/notice-store.ts';
import { saveJoinedNews } from '../store/joined-news-store.ts';
import { reachOf } from './reach.ts';

/**
 * Tells everybody whom the procedure names of what was just recorded (告知): a row for each post or body, and a message in the
 * outbox for the person who asked if they want one (for those who joined in, `spreadNews` writes theirs), in the transaction of the step. What is played from an earlier record or
 * invented for the demo is no news and tells nobody.
 */
export async function tell(work: Work, recorded: Recorded): Promise<void> {
  if (work.actor.kind === 'system' && work.actor.name !== 'timer') return;
  const { procedure, after, face } = recorded;
  const causes = causesIn(recorded);
  if (causes.length === 0) return;
  const above = await findAbove(work, after);
  const posts = await findNamedPosts(work, recorded);
  const notices: NewNotice[] = [];
  // A missed limit and the step that follows from it are one message: both would say the same.
  let [toReporter, toJoined]: (string | undefined)[] = [];
  for (const cause of causes) {
    const told = findTold(procedure, after, cause.roles, { above, posts });
    const tierAbove = cause.tierAbove && above ? [headOf(above.bodyId)] : [];
    const given = await findPostsOf(work, after, cause.assignedTo);
    const direct = [...cause.direct, ...given].map((audience) => asNotice(audience, recorded, cause));
    const isDirect = ({ bodyId }: Audience) =>
      cause.direct.some((one) => one.bodyId === bodyId && one.audience === 'body');
    const isNamed = ({ postId }: Audience) => posts.some((post) => post.postId === postId);
    const staff = withoutRepeats([...told.staff, ...tierAbove]);
    const entrusted = staff.filter((one) => isDirect(one) && isNamed(one));
    const others = staff.filter((one) => !isDirect(one));
    // Of one cause a post is shown what stands first: who has to see to it reads so, and not what all of the body read.
    notices.push(
      ...entrusted.map((audience) => asNotice(audience, recorded, { ...cause, kind: 'entrusted' })),
      ...direct,
      ...others.map((audience) => asNotice(audience, recorded, { ...cause, kind: cause.otherKind })),
    );
    if (told.reporter && !cause.byReporter) toReporter = cause.cause;
    if (told.supporters) toJoined = cause.cause;
  }
  await Promise.all([
    insertNotices(work, notices),
    toReporter ? writeTo(work, after, face.number, toReporter) : null,
    toJoined && reachOf(procedure.id) ? saveJoinedNews(work, after.id, toJoined) : null,
  ]);
}

/** The posts of the holder's body that the procedure names as such (信息员); most name none. */
function findNamedPosts(
  work: Work,
  { procedure, after }: Recorded,
): Promise<readonly PostInBody[]> | readonly PostInBody[] {
  const kinds = Object.values(procedure.roles).flatMap(({ is, posts = [] }) => (is === 'holder' ? posts : []));
  return kinds.length === 0 ? [] : listPostsIn(work, after.holder.bodyId, kinds);
}

/** The post that a colleague who was given the matter holds in its body. */
async function findPostsOf(
  work: Work,
  { holder }: Matter,
  accountId: string | undefined,
): Promise<readonly Audience[]> {
  const [person] = accountId === undefined ? [] : await describePeople(work, [accountId]);
  const post = person?.posts.find(({ bodyId }) => bodyId === holder.bodyId);
  return post ? [audienceOf(post)] : [];
}

const asNotice = (
  audience: Audience,
  { after, face }: Recorded,
  { cause, kind, what, authorAccountId }: Pick<Cause, 'cause' | 'kind' | 'what' | 'authorAccountId'>,
): NewNotice => ({
  ...audience,
  matterId: after.id,
  number: face.number,
  cause,
  kind,
  whatZh: what.zh,
  whatEn: what.en,
  authorAccountId,
});

/** The body one tier above the holder, which decides what is disputed. */
async function findAbove(work: Work, { holder }: Matter): Promise<BodyRef | undefined> {
  const body = (await findDeciderBody(work, holder.bodyId)) ?? (await findBody(work, holder.bodyId));
  return body && { bodyId: body.bodyId, kind: body.kind, headAccountId: null };
}

async function writeTo(work: Work, matter: Matter, number: string, cause: string): Promise<void> {
  const channel = await reachOf(matter.procedureId)?.wants(work, matter.id);
  if (!channel) return;
  const nextTryAt = deferNight(work.now, await calendarOf(work));
  await insertMessage(work, {
    matterId: matter.id,
    procedureId: matter.procedureId,
    number,
    cause,
    channel,
    nextTryAt,
  });
}
