import { open } from '../../../platform/crypto/cipher.ts';
import { findCourse } from '../../matters/index.ts';
import { reachReportersBy } from '../../notices/index.ts';
import { residentRequest } from '../procedures/resident-request.ts';
import { findMessageChoice } from '../store/message-choice-store.ts';
import { findPhoneSealed } from '../store/request-store.ts';
import { mailContext } from './choose-messages.ts';
import { phoneContext } from './raise-request.ts';

/**
 * Says how the person who asked is reached (联系反映人): by SMS or mail, as they chose, and when they chose; number and address are opened
 * only to send. That is no reveal: no person sees them.
 */
export function reachRequestReporters(): void {
  reachReportersBy(residentRequest.id, {
    wants: async (work, matterId) => {
      const chosen = await findMessageChoice(work, matterId);
      if (!chosen || chosen.channel === 'none') return undefined;
      const isOwed = !chosen.onlyOwed || (await findCourse(work, matterId))?.stage !== 'open';
      return isOwed ? chosen.channel : undefined;
    },
    languageOf: async (work, matterId) => (await findMessageChoice(work, matterId))?.language ?? 'zh',
    addressOf: async (work, matterId, channel, keys) => {
      if (channel === 'mail') {
        const mail = (await findMessageChoice(work, matterId))?.mailSealed;
        return mail ? open(keys.field, mail, mailContext(work.districtId, matterId)) : undefined;
      }
      const sealed = await findPhoneSealed(work, matterId);
      try {
        return sealed && open(keys.field, sealed, phoneContext(work.districtId, matterId));
      } catch {
        return undefined; // one that cannot be opened must not keep the messages behind it from being sent
      }
    },
  });
}
