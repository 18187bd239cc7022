import { say } from '../../../platform/i18n/words.ts';
import type { Work } from '../../../platform/work.ts';
import { listRevealsOf } from '../../access/index.ts';
import { findMatterPage, shortenToTitle } from '../../matters/index.ts';
import type { FollowPage } from '../contract/routes.ts';
import { maskMore } from '../rules/mask-more.ts';
import { loadMasks } from '../store/publicity-store.ts';
import { findRequest } from '../store/request-store.ts';
import '../words/index.ts';
import { viewOwnPublicity } from './view-publicity.ts';

/**
 * Finds what the person who asked sees of a request (查进度): everything but the offices' own notes, the steps that are
 * theirs, and who looked at their telephone number. Their own words are not masked for them.
 */
export async function findFollowPage(work: Work, matterId: string): Promise<FollowPage | undefined> {
  const page = await findMatterPage(work, matterId);
  if (!page) return undefined;
  const reveals = await listRevealsOf(work, { subjectKind: 'matter', subjectId: matterId });
  const request = await findRequest(work, matterId);
  if (!request) return undefined;
  const own = page.timeline[0]?.words.find(({ name }) => name === 'what')?.text;
  return {
    ...page,
    title: own === undefined ? page.title : shortenToTitle(own),
    steps: page.steps.filter((step) => step.refusal === null),
    joined: null,
    confidential: request.confidential,
    behalf: request.behalf,
    publicity: await viewOwnPublicity(work, request),
    reveals: reveals.map((r) => ({
      at: r.at.toISOString(),
      purpose: say('requests', `purposes.${r.purpose}`),
      by: { zh: r.personZh, en: r.personEn },
      body: { zh: r.bodyNameZh, en: r.bodyNameEn },
    })),
  };
}

const answerWords = ['reply', 'plan', 'measure'];

/**
 * Adds to a page where the matter stands that theirs was joined with (并入的那一件): no word of its asker, the answer masked,
 * and what is theirs to say of it. The work needs the scope of that matter.
 */
export async function addJoined(work: Work, page: FollowPage, joinedId: string): Promise<FollowPage> {
  const other = await findMatterPage(work, joinedId);
  if (!other) return page;
  const isAnswered = other.outcome !== null && other.stage !== 'open';
  const masked = (await loadMasks(work, joinedId)).map(({ words }) => words);
  const said = (name: string) =>
    other.timeline.flatMap(({ words }) => words.filter((w) => w.name === name)).at(-1)?.text;
  const answeredAt = other.timeline.findLast(({ words }) => words.some(({ name }) => name === 'reply'))?.at ?? null;
  return {
    ...page,
    steps: other.steps.filter((step) => step.refusal === null),
    joined: {
      number: other.number,
      plain: other.plain,
      stage: other.stage,
      outcome: isAnswered ? other.outcome : null,
      holder: other.holder.body.name,
      answer: isAnswered ? maskMore(answerWords.flatMap((name) => said(name) ?? []).join('\n'), masked) : '',
      answeredAt: isAnswered ? answeredAt : null,
      ...other.support,
    },
  };
}
