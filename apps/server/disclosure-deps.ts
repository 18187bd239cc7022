import { v7 as uuidv7 } from 'uuid';
import { findTakenIn } from '../../modules/matters/index.ts';
import {
  askUnderNotice,
  findDisclosure,
  isPublicNotice,
  listCommunityDisclosures,
  listNoticeQuestions,
  listNoticesAbout,
  listRecentDisclosures,
  openDisclosureFile,
  type AskUnderNotice,
} from '../../modules/openness/index.ts';
import { keepPace, reporterOf } from '../../modules/requests/index.ts';
import type { Answer as Unsaid } from '../../platform/http/serve.ts';
import { done } from '../../platform/result.ts';
import { areaScope } from '../../platform/work.ts';
import type { Answer, SiteDeps } from '../site/deps.ts';
import type { Ground } from './ground.ts';
import { publicWays } from './public-ways.ts';

type Deps = Pick<
  SiteDeps,
  'disclosures' | 'disclosure' | 'disclosureFile' | 'recentDisclosures' | 'noticesAbout' | 'askUnderNotice'
>;
type Say = <T>(answer: Unsaid<T>) => Answer<T>;

/** What the site needs of what communities disclose (公开事项), as the public; a question is asked as the person who asks. */
export function disclosureDeps(ground: Ground, said: Say): Deps {
  const { as, asPublic, ways } = publicWays(ground);
  const ask = async (question: AskUnderNotice, address: string): Promise<Unsaid<{ number: string }>> => {
    const keys = await ways().keys();
    const may = await asPublic((work) => keepPace(work, { address }, keys));
    if (!may.ok) return may;
    const matterId = uuidv7();
    const asker = reporterOf(matterId);
    const asked = await as(asker.actor, asker.scope, (work) => askUnderNotice(work, { ...question, matterId }));
    if (!asked.ok) return asked;
    const reader = reporterOf(asked.value.matterId);
    const taken = await as(reader.actor, reader.scope, (work) => findTakenIn(work, asked.value.matterId));
    return done({ number: taken?.number ?? '' });
  };
  return {
    disclosures: (code, after) => asPublic((work) => listCommunityDisclosures(work, { code, after })),
    disclosure: async (code, id) => {
      const found = await asPublic((work) => findDisclosure(work, code, id));
      if (!found || !isPublicNotice(found.entry.item.code)) return found;
      const ids = found.history.map((one) => one.id);
      const questions = await as({ kind: 'public' }, areaScope(''), (work) => listNoticeQuestions(work, ids));
      return { ...found, questions };
    },
    disclosureFile: (code, id) => asPublic((work) => openDisclosureFile(work, { code, id }, ground.files)),
    recentDisclosures: (code) => asPublic((work) => listRecentDisclosures(work, code)),
    noticesAbout: (number) => asPublic((work) => listNoticesAbout(work, number)),
    askUnderNotice: async (question, address) => said(await ask(question, address)),
  };
}
