import { say } from '../../../platform/i18n/words.ts';
import type { Work } from '../../../platform/work.ts';
import { listRevealsOf } from '../../access/index.ts';
import { findMatterPage, shortenToTitle } from '../../matters/index.ts';
import type { FollowPage } from '../contract/routes.ts';
import '../words/index.ts';

/**
 * Finds what the person who asked sees of a request (查进度): everything but the offices' own notes, the steps that are
 * theirs, and who looked at their telephone number. Their own words are not masked for them.
 */
export async function findFollowPage(work: Work, matterId: string): Promise<FollowPage | undefined> {
  const page = await findMatterPage(work, matterId);
  if (!page) return undefined;
  const reveals = await listRevealsOf(work, { subjectKind: 'matter', subjectId: matterId });
  const own = page.timeline[0]?.words.find(({ name }) => name === 'what')?.text;
  return {
    ...page,
    title: own === undefined ? page.title : shortenToTitle(own),
    steps: page.steps.filter((step) => step.refusal === null),
    reveals: reveals.map((r) => ({
      at: r.at.toISOString(),
      purpose: say('requests', `purposes.${r.purpose}`),
      by: { zh: r.personZh, en: r.personEn },
      body: { zh: r.bodyNameZh, en: r.bodyNameEn },
    })),
  };
}
