import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { cache, call, LOOK_AGAIN_MS } from './api.ts';

/** From here on the server stops counting. */
const MANY = 100;

/** How much one was told and has not read (消息铃), on every page; looks again every few seconds while the page is in sight. */
export function Bell() {
  const { t } = useTranslation();
  const { data } = useQuery({
    queryKey: cache.unread,
    queryFn: () => call('GET /api/notices/unread'),
    refetchInterval: LOOK_AGAIN_MS,
  });
  const unread = data?.unread ?? 0;
  return (
    <Link to="/notices" className="bell">
      {t('inbox.title')}
      <span role="status" className="bell-count" data-none={unread === 0}>
        {unread > 0 && <span aria-hidden="true">{unread >= MANY ? `${MANY - 1}+` : unread}</span>}
        <span className="unseen">{t('inbox.unread', { count: unread })}</span>
      </span>
    </Link>
  );
}
