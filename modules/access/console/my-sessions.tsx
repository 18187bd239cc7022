import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { failureOf } from '../../../ui/console/failure.ts';
import { FailureLine } from '../../../ui/console/states.tsx';
import { useTimes } from '../../../ui/console/times.ts';
import type { OwnAccount } from '../contract/account-routes.ts';
import { call } from './api.ts';

/** Where I am signed in (登录的设备): each can be ended at once, or all but this one. */
export function MySessions({ sessions }: { sessions: OwnAccount['sessions'] }) {
  const { t } = useTranslation();
  const { moment } = useTimes();
  const client = useQueryClient();
  const onSuccess = () => client.invalidateQueries();
  const end = useMutation({
    mutationFn: (id: string) => call('POST /api/account/sessions/:id/end', { params: { id } }),
    onSuccess,
  });
  const endOthers = useMutation({ mutationFn: () => call('POST /api/account/sessions/end-others'), onSuccess });
  const error = end.error ?? endOthers.error;
  return (
    <section aria-labelledby="sessions">
      <h2 id="sessions">{t('account.sessions.title')}</h2>
      <ul className="session-list">
        {sessions.map(({ id, device, since, lastSeenAt, isThis }) => (
          <li key={id}>
            <strong>{device === '' ? t('account.sessions.unknown') : device}</strong>
            {isThis && <span className="this-one">{t('account.sessions.this')}</span>}
            <span className="hint">
              {t('account.sessions.times', { since: moment(since), seen: moment(lastSeenAt) })}
            </span>
            {!isThis && (
              <Button loading={end.isPending && end.variables === id} onClick={() => end.mutate(id)}>
                {t('account.sessions.end')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <FailureLine failure={error ? failureOf(error) : undefined} />
      {sessions.length > 1 && (
        <Button loading={endOthers.isPending} onClick={() => endOthers.mutate()}>
          {t('account.sessions.endOthers')}
        </Button>
      )}
    </section>
  );
}
