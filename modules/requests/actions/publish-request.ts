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
import { maskSaid, type MaskedForm } from '../rules/mask-said.ts';
import { loadMasks } from '../store/publicity-store.ts';
import { findRequest, type RequestRow } from '../store/request-store.ts';
import { deletePublication, savePublication } from '../store/publication-store.ts';

/** Requests are public while they stand in these states; those of version 1 are among them. */
const publishedStates: readonly string[] = residentRequest.published.in;
const states: Readonly<Record<string, { readonly kind: string }>> = residentRequest.states;

/**
 * Brings the masked public form of a request up to date (公开), or takes it away when it is not, or no longer, public.
 * A request of somebody who did not want it public, or objects to it, has none.
 */
export async function publishRequest(work: Work, matter: Matter, face: MatterFace): Promise<void> {
  const [request, masks, said, joined] = await Promise.all([
    findRequest(work, matter.id),
    loadMasks(work, matter.id),
    findSaid(work, matter.id),
    countSupporters(work, matter.id),
  ]);
  if (!request) return;
  if (!isPublic(matter, request)) return deletePublication(work, matter.id);
  const masked = masks.map(({ words }) => words);
  return publishSaid(work, matter, face, request, said, { masked, joined });
}

export const isPublic = (matter: Matter, request: RequestRow): boolean =>
  request.wantsPublic && !request.keptOff && publishedStates.includes(matter.state);

/** Publishes the masked form of a request from what was said in it; `masked` is what workers masked more, `joined` how many joined in. */
export async function publishSaid(
  work: Work,
  matter: Matter,
  face: MatterFace,
  request: RequestRow,
  said: Said,
  { masked = [], joined = 0 }: { readonly masked?: readonly string[]; readonly joined?: number } = {},
): Promise<void> {
  await savePublication(work, {
    ...makePublication(matter, face, request, maskSaid(face, said, masked)),
    rating: said.ratings.at(-1) ?? null,
    joined,
  });
}

function makePublication(matter: Matter, face: MatterFace, request: RequestRow, form: MaskedForm) {
  // What a second person still checks is not the answer yet.
  const isAnswered = matter.conclusion !== null && states[matter.state]?.kind !== 'open';
  const { title, body } = form;
  const answer = isAnswered ? form.answer : '';
  return {
    matterId: matter.id,
    number: face.number,
    communityCode: communityOf(matter.areaCode) ?? null,
    subdistrictCode: subdistrictOf(matter.areaCode) ?? null,
    areaCode: matter.areaCode,
    category: request.category,
    title,
    body,
    answer,
    answerBodyId: isAnswered ? matter.holder.bodyId : null,
    holderBodyId: matter.holder.bodyId,
    state: matter.state,
    outcome: isAnswered ? matter.conclusion : null,
    openedAt: matter.openedAt,
    answeredAt: isAnswered ? matter.answeredAt : null,
    grams: makeGrams(foldForSearch(`${title} ${body} ${answer}`)),
  };
}
