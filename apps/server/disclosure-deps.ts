import {
  findDisclosure,
  listCommunityDisclosures,
  listRecentDisclosures,
  openDisclosureFile,
} from '../../modules/openness/index.ts';
import type { SiteDeps } from '../site/deps.ts';
import type { Ground } from './ground.ts';
import { publicWays } from './public-ways.ts';

type Deps = Pick<SiteDeps, 'disclosures' | 'disclosure' | 'disclosureFile' | 'recentDisclosures'>;

/** What the site needs of what communities disclose (公开事项), as the public. */
export function disclosureDeps(ground: Ground): Deps {
  const { asPublic } = publicWays(ground);
  return {
    disclosures: (code, after) => asPublic((work) => listCommunityDisclosures(work, { code, after })),
    disclosure: (code, id) => asPublic((work) => findDisclosure(work, code, id)),
    disclosureFile: (code, id) => asPublic((work) => openDisclosureFile(work, { code, id }, ground.files)),
    recentDisclosures: (code) => asPublic((work) => listRecentDisclosures(work, code)),
  };
}
