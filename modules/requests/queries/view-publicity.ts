import { sayRefusal } from '../../../platform/i18n/words.ts';
import type { Refusal } from '../../../platform/result.ts';
import type { Work } from '../../../platform/work.ts';
import { findCourse, findSaid, type Matter } from '../../matters/index.ts';
import type { OwnPublicity, PublicityView } from '../contract/publicity.ts';
import { maskSaid, type MaskedForm } from '../rules/mask-said.ts';
import { mayDecideObjection, mayMask, mayObject } from '../rules/publicity.ts';
import { loadMasks, loadObjections, type ObjectionRow } from '../store/publicity-store.ts';
import { findRequest, type RequestRow } from '../store/request-store.ts';
import { findPublicationOf } from './list-publications.ts';

/**
 * Shows what the public reads or will read of a request (公开稿预览), also of an answer that is not sent yet; undefined when the person did not
 * want it public, and outside the scope of the work.
 */
export async function previewPublication(
  work: Work,
  matterId: string,
  draft: Readonly<Record<string, string>> = {},
): Promise<MaskedForm | undefined> {
  const [request, course] = [await findRequest(work, matterId), await findCourse(work, matterId)];
  if (!request?.wantsPublic || !course) return undefined;
  const said = await findSaid(work, matterId);
  const drafted = Object.entries(draft).flatMap(([name, text]) => (text ? [{ name, text }] : []));
  const masked = (await loadMasks(work, matterId)).map(({ words }) => words);
  return maskSaid(course.face, { ...said, words: [...said.words, ...drafted] }, masked);
}

const refusalOf = (answer: { ok: true } | Refusal) =>
  answer.ok ? null : { code: answer.code, message: sayRefusal(answer) };

const viewObjection = (row: ObjectionRow | undefined) =>
  row ? { at: row.at.toISOString(), decision: row.decision, decidedAt: row.decidedAt?.toISOString() ?? null } : null;

/** What those who answer for a request see of its publication (公开情况). */
export async function viewPublicity(work: Work, matter: Matter): Promise<PublicityView> {
  const objections = await loadObjections(work, matter.id);
  const masks = await loadMasks(work, matter.id);
  return {
    preview: (await previewPublication(work, matter.id)) ?? null,
    masks: masks.map(({ words, kind }) => ({ words, kind })),
    objection: viewObjection(objections.at(-1)),
    mask: refusalOf(mayMask(work.actor, matter)),
    decide: refusalOf(mayDecideObjection(work.actor, matter, objections)),
  };
}

/** What the person who asked sees of the publication of their request (本人看公开情况). */
export async function viewOwnPublicity(work: Work, request: RequestRow): Promise<OwnPublicity> {
  const { matterId, wantsPublic } = request;
  const objections = await loadObjections(work, matterId);
  return {
    wantsPublic,
    isPublic: (await findPublicationOf(work, matterId)) !== undefined,
    masked: [...new Set((await loadMasks(work, matterId)).map(({ kind }) => kind))],
    objection: viewObjection(objections.at(-1)),
    object: refusalOf(mayObject(wantsPublic, objections)),
  };
}
