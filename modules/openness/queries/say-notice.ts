import { say } from '../../../platform/i18n/words.ts';
import type { Receipt } from '../../requests/index.ts';
import '../words/index.ts';
import { w3, type ViewedIn } from './view-service-request.ts';

/**
 * What the person who sent it has to know (service_notice): number and follow code, who answers, by when. It stands in a
 * field of the standard, so that clients that know nothing of us show it.
 */
export function noticeOf(
  { receipt, isPhoneKept }: { readonly receipt: Receipt; readonly isPhoneKept: boolean },
  { language, base }: ViewedIn,
): string {
  const { number, code, firstContact, acceptBy } = receipt;
  const values = {
    number,
    code,
    body: firstContact.body[language],
    name: firstContact.name[language],
    due: acceptBy === null ? '' : w3(new Date(acceptBy)),
    url: `${base}/follow`,
  };
  const notice = say('openness', `open311.${acceptBy === null ? 'noticeWithoutDue' : 'notice'}`, values)[language];
  return isPhoneKept ? notice : `${notice} ${say('openness', 'open311.phoneUnread')[language]}`;
}
