import { open } from '../../../platform/crypto/cipher.ts';
import { reachReportersBy } from '../../notices/index.ts';
import { residentRequest } from '../procedures/resident-request.ts';
import { findMessageChoice, findMessageLanguage } from '../store/message-choice-store.ts';
import { findPhoneSealed } from '../store/request-store.ts';
import { phoneContext } from './raise-request.ts';

/**
 * Says how the person who asked is reached (联系反映人): by SMS, if they chose it; the number is opened only to send. That is no
 * reveal: no person sees it.
 */
export function reachRequestReporters(): void {
  reachReportersBy(residentRequest.id, {
    wants: async (work, matterId) => ((await findMessageChoice(work, matterId)) === 'sms' ? 'sms' : undefined),
    languageOf: findMessageLanguage,
    addressOf: async (work, matterId, _, keys) => {
      const sealed = await findPhoneSealed(work, matterId);
      try {
        return sealed && open(keys.field, sealed, phoneContext(work.districtId, matterId));
      } catch {
        return undefined; // one that cannot be opened must not keep the messages behind it from being sent
      }
    },
  });
}
