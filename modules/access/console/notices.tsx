import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../../ui/console/language.ts';
import { useTimes } from '../../../ui/console/times.ts';
import { call } from './api.ts';
import { sessionKey, useMe } from './session.ts';

/** What administrators did to my account (告知), until I have read it; and the day from which my post needs a second factor. */
export function Notices() {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const { moment, due } = useTimes();
  const { notices, factorDueAt } = useMe();
  const client = useQueryClient();
  const read = useMutation({
    mutationFn: () => call('POST /api/account/notices/read'),
    onSuccess: () => client.invalidateQueries({ queryKey: sessionKey }),
  });
  if (notices.length === 0 && factorDueAt === null) return null;
  return (
    <aside className="notices" aria-label={t('notices.title')}>
      {factorDueAt !== null && (
        <p>
          {t('notices.factorDue', { due: due(factorDueAt) })} <Link to="/account">{t('notices.setUp')}</Link>
        </p>
      )}
      {notices.map(({ id, at, kind, by, reason }) => (
        <p key={id}>
          {moment(at)} {t(`account.events.${kind}`)}
          {by && t('account.events.by', { name: say(by) })}
          {reason && t('account.events.reason', { reason })}
        </p>
      ))}
      {notices.length > 0 && (
        <Button size="small" loading={read.isPending} onClick={() => read.mutate()}>
          {t('notices.read')}
        </Button>
      )}
    </aside>
  );
}
