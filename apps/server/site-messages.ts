import {
  chooseMessages,
  findMessageChoice,
  hasPhone,
  reporterOf,
  type MessageChosen,
} from '../../modules/requests/index.ts';
import { districtKeys } from '../../platform/crypto/keys.ts';
import { inTransaction } from '../../platform/db/transaction.ts';
import type { Work } from '../../platform/work.ts';
import type { Ground } from './ground.ts';

/** What the site needs so that somebody can choose whether they get messages (短信通知). */
export function messagesOf({ db, districtId, config, notify, clock }: Ground) {
  const as = <T>(matterId: string, run: (work: Work) => Promise<T>): Promise<T> =>
    inTransaction(db, { districtId, now: clock(), ...reporterOf(matterId) }, run);
  return {
    /** Nobody is offered a way that is not set up. */
    offered: (['sms', 'mail'] as const).filter((channel) => notify.channels[channel] !== undefined),
    find: (matterId: string) =>
      as(matterId, async (work) => {
        const choice = await findMessageChoice(work, matterId);
        return {
          chosen: choice?.channel ?? 'none',
          onlyOwed: choice?.onlyOwed ?? false,
          hasPhone: await hasPhone(work, matterId),
          hasMail: Boolean(choice?.mailSealed),
        } as const;
      }),
    choose: async (matterId: string, choice: Omit<MessageChosen, 'matterId'>) => {
      const keys = await districtKeys(db, districtId, config.secret);
      return as(matterId, (work) => chooseMessages(work, { matterId, ...choice }, keys));
    },
  };
}
