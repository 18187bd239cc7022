import type { DistrictKeys } from '../../../platform/crypto/keys.ts';
import type { Work } from '../../../platform/work.ts';
import { findTakenIn } from '../../matters/index.ts';
import { followCodeOf, formatCode } from '../rules/follow-code.ts';
import type { Receipt } from '../contract/routes.ts';

/** Gets the receipt of a request (回执): number, code, who answers, by when it will be taken up and answered. */
export async function getReceipt(work: Work, matterId: string, keys: DistrictKeys): Promise<Receipt> {
  const taken = await findTakenIn(work, matterId);
  if (!taken) throw new Error(`no matter ${matterId} in scope for its receipt`);
  const { number, firstContact, running } = taken;
  const first = running.find(({ clock }) => clock !== 'total');
  const total = running.find(({ clock }) => clock === 'total');
  return {
    matterId,
    number,
    code: formatCode(followCodeOf(keys, matterId)),
    firstContact: {
      name: firstContact.name,
      post: firstContact.post,
      body: firstContact.body.name,
      phonePublic: firstContact.body.phonePublic,
    },
    acceptBy: first?.dueAt?.toISOString() ?? null,
    answerBy: total?.dueAt?.toISOString() ?? null,
  };
}
