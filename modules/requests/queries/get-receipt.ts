import type { DistrictKeys } from '../../../platform/crypto/keys.ts';
import type { Work } from '../../../platform/work.ts';
import { findMatterPage } from '../../matters/index.ts';
import { followCodeOf, formatCode } from '../rules/follow-code.ts';
import type { Receipt } from '../contract/routes.ts';

/** Gets the receipt of a request (回执): number, code, who answers, by when it will be taken up and answered. */
export async function getReceipt(work: Work, matterId: string, keys: DistrictKeys): Promise<Receipt> {
  const page = await findMatterPage(work, matterId);
  if (!page) throw new Error(`no matter ${matterId} in scope for its receipt`);
  const running = page.clocks.filter(({ endedAt }) => endedAt === null);
  const first = running.find(({ clock }) => clock !== 'total');
  const total = running.find(({ clock }) => clock === 'total');
  return {
    matterId,
    number: page.number,
    code: formatCode(followCodeOf(keys, matterId)),
    firstContact: {
      name: page.firstContact.name,
      post: page.firstContact.post,
      body: page.firstContact.body.name,
      phonePublic: page.firstContact.body.phonePublic,
    },
    acceptBy: first?.dueAt ?? null,
    answerBy: total?.dueAt ?? null,
  };
}
