import type { Work } from '../../../platform/work.ts';
import {
  countSupporters,
  findSaid,
  foldForSearch,
  makeGrams,
  type Matter,
  type MatterFace,
  type Said,
} from '../../matters/index.ts';
import { communityOf, subdistrictOf } from '../../territory/index.ts';
import { residentRequest } from '../procedures/resident-request.ts';
import { maskText } from '../rules/mask-text.ts';
import { findRequest, type RequestRow } from '../store/request-store.ts';
import { deletePublication, savePublication } from '../store/publication-store.ts';

/** Requests are public while they stand in these states; those of version 1 are among them. */
const publishedStates: readonly string[] = residentRequest.published.in;
const states: Readonly<Record<string, { readonly kind: string }>> = residentRequest.states;

/**
 * Brings the masked public form of a request up to date (公开), or takes it away when it is not, or no longer, public.
 * A request of somebody who did not want it public has none.
 */
export async function publishRequest(work: Work, matter: Matter, face: MatterFace): Promise<void> {
  const request = await findRequest(work, matter.id);
  if (!request) return;
  if (isPublic(matter, request)) await publishSaid(work, matter, face, request, await findSaid(work, matter.id));
  else await deletePublication(work, matter.id);
}

export const isPublic = (matter: Matter, request: RequestRow): boolean =>
  request.wantsPublic && publishedStates.includes(matter.state);

/** Publishes the masked form of a request from what was said in it. */
export const publishSaid = async (
  work: Work,
  matter: Matter,
  face: MatterFace,
  request: RequestRow,
  said: Said,
): Promise<void> =>
  savePublication(work, {
    ...makePublication(matter, face, request, said),
    joined: await countSupporters(work, matter.id),
  });

function makePublication(matter: Matter, face: MatterFace, request: RequestRow, { words, ratings }: Said) {
  const said = (name: string): string => words.filter((w) => w.name === name).at(-1)?.text ?? '';
  // What a second person still checks is not the answer yet.
  const isAnswered = matter.conclusion !== null && states[matter.state]?.kind !== 'open';
  const body = maskText(said('what'));
  const answer = isAnswered ? maskText([said('reply'), said('plan'), said('measure')].filter(Boolean).join('\n')) : '';
  return {
    matterId: matter.id,
    number: face.number,
    communityCode: communityOf(matter.areaCode) ?? null,
    subdistrictCode: subdistrictOf(matter.areaCode) ?? null,
    areaCode: matter.areaCode,
    category: request.category,
    title: face.title,
    body,
    answer,
    answerBodyId: isAnswered ? matter.holder.bodyId : null,
    holderBodyId: matter.holder.bodyId,
    state: matter.state,
    outcome: isAnswered ? matter.conclusion : null,
    rating: ratings.at(-1) ?? null,
    openedAt: matter.openedAt,
    answeredAt: isAnswered ? matter.answeredAt : null,
    grams: makeGrams(foldForSearch(`${face.title} ${body} ${answer}`)),
  };
}
