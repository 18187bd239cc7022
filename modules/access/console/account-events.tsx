import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../../ui/console/language.ts';
import { useTimes } from '../../../ui/console/times.ts';
import type { AccountEvent } from '../contract/account-routes.ts';

/** What was done to an account (账号记录), the latest first. */
export function AccountEvents({ events }: { events: readonly AccountEvent[] }) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const { moment } = useTimes();
  return (
    <section aria-labelledby="events">
      <h2 id="events">{t('account.events.title')}</h2>
      {events.length === 0 && <p className="hint">{t('account.events.none')}</p>}
      <ul className="event-list">
        {events.map(({ id, at, kind, by, reason }) => (
          <li key={id}>
            <time dateTime={at}>{moment(at)}</time> {t(`account.events.${kind}`)}
            {by && t('account.events.by', { name: say(by) })}
            {reason && t('account.events.reason', { reason })}
          </li>
        ))}
      </ul>
    </section>
  );
}
