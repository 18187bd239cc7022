import { say } from '../../../platform/i18n/words.ts';
import type { Receipt } from '../../requests/index.ts';
import '../words/index.ts';
import type { ViewedIn } from './view-service-request.ts';

/**
 * What the person who sent it has to know (service_notice): number and follow code, who answers, by when. It stands in a
 * field of the standard, so that clients that know nothing of us show it.
 */
export function noticeOf(
  { receipt, isPhoneKept }: { readonly receipt: Receipt; readonly isPhoneKept: boolean },
  { language, base, zone }: ViewedIn,
): string {
  const { number, code, firstContact, acceptBy } = receipt;
  const values = {
    number,
    code,
    body: firstContact.body[language],
    name: firstContact.name[language],
    due: acceptBy === null ? '' : clockTime(new Date(acceptBy), zone),
    url: `${base}/follow`,
  };
  const notice = say('openness', `open311.${acceptBy === null ? 'noticeWithoutDue' : 'notice'}`, values)[language];
  return isPhoneKept ? notice : `${notice} ${say('openness', 'open311.phoneUnread')[language]}`;
}

/** Day and minute on the clock of the district; the end of a day is 24:00 of that day to an office. */
function clockTime(instant: Date, zone: string): string {
  const read = (at: Date): string =>
    new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' }).format(at);
  const time = read(instant);
  return time.endsWith(' 00:00') ? `${read(new Date(instant.getTime() - 1)).slice(0, 10)} 24:00` : time;
}
