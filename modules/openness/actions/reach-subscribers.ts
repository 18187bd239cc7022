import { open } from '../../../platform/crypto/cipher.ts';
import type { DistrictKeys } from '../../../platform/crypto/keys.ts';
import { say } from '../../../platform/i18n/words.ts';
import type { Work } from '../../../platform/work.ts';
import { reachReportersBy, type Composed } from '../../notices/index.ts';
import { listNews, type News } from '../../requests/index.ts';
import { findArea, findDistrict } from '../../territory/index.ts';
import { alertsProcedure, readCause } from '../contract/alert-message.ts';
import { writeAlertToken } from '../rules/alert-token.ts';
import { loadSubscription, type Subscription } from '../store/subscription-store.ts';
import '../words/index.ts';
import { mailContext } from './keep-alerts.ts';

const MOST_LISTED = 20;

/** Says how subscribers are reached (联系订阅人): by mail, opened only to send, and what their mails say. */
export function reachSubscribers(): void {
  reachReportersBy(alertsProcedure, {
    wants: async (work, id) => {
      const found = await loadSubscription(work, id);
      return found && found.state !== 'ended' ? 'mail' : undefined;
    },
    addressOf: async (work, id, _, keys) => {
      const sealed = (await loadSubscription(work, id))?.mailSealed;
      return sealed ? open(keys.field, sealed, mailContext(work.districtId, id)) : undefined;
    },
    compose: async (work, { matterId: id, cause }, by) => {
      const found = await loadSubscription(work, id);
      if (!found) return undefined;
      const span = readCause(cause);
      const news = span && { area: found.areaCode, category: found.category, ...span, limit: MOST_LISTED + 1 };
      return composeMail(work, found, { rows: news && (await listNews(work, news)), ...by });
    },
  });
}

type Mailed = {
  /** Absent in the mail that asks to confirm. */
  readonly rows: readonly News[] | undefined;
  readonly keys: DistrictKeys;
  readonly siteUrl: string;
};

async function composeMail(
  work: Work,
  { id, areaCode, category, language, state }: Subscription,
  { rows, keys, siteUrl }: Mailed,
): Promise<Composed | undefined> {
  const told = (key: string, values = {}) => say('openness', `alerts.${key}`, values)[language];
  const token = writeAlertToken(keys, id);
  const place = areaCode ? await findArea(work, areaCode) : await findDistrict(work);
  const area = (language === 'zh' ? place?.nameZh : place?.nameEn) ?? '';
  const stop = `${siteUrl}/alerts/stop?token=${token}`;
  if (rows === undefined) {
    if (state !== 'asked') return undefined;
    const link = `${siteUrl}/alerts/confirm?token=${token}`;
    return { subject: told('confirmSubject', { area }), text: told('confirmText', { area, link }) };
  }
  if (rows.length === 0) return undefined;
  const line = (row: News) => {
    const { number, title } = row;
    return `${told(row.isNew ? 'raised' : 'answered', { title, number })}\n${siteUrl}/see/${number}`;
  };
  const all = `${siteUrl}/see?${new URLSearchParams({ ...(areaCode ? { community: areaCode } : {}), ...(category ? { category } : {}) })}`;
  const text = [
    told('newsTitle', { area }),
    ...rows.slice(0, MOST_LISTED).map(line),
    ...(rows.length > MOST_LISTED ? [told('more')] : []),
    told('all', { link: all }),
    told('stop', { link: stop }),
  ].join('\n\n');
  return {
    subject: told('newsSubject', { area, n: rows.length > MOST_LISTED ? `${MOST_LISTED}+` : rows.length }),
    text,
    // RFC 8058: one press in the mail program ends it.
    headers: { 'List-Unsubscribe': `<${stop}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' },
  };
}
