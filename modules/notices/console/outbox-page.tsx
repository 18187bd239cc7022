import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { ColumnHeads } from '../../../ui/console/column-heads.tsx';
import { failureOf } from '../../../ui/console/failure.ts';
import { useLanguage } from '../../../ui/console/language.ts';
import { Empty, FailureLine, LoadFailed, Loading } from '../../../ui/console/states.tsx';
import { useTimes } from '../../../ui/console/times.ts';
import { cache, call, LOOK_AGAIN_MS } from './api.ts';

/** Messages to residents that wait or failed (发件箱), for whoever looks after it: no addresses, no texts. */
export function OutboxPage() {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const { moment, spokenMoment } = useTimes();
  const client = useQueryClient();
  const { data, isPending, isError, error, refetch } = useQuery({
    queryKey: cache.outbox,
    queryFn: () => call('GET /api/outbox'),
    refetchInterval: LOOK_AGAIN_MS,
  });
  const again = useMutation({
    mutationFn: (id: string) => call('POST /api/outbox/:id/again', { params: { id } }),
    onSettled: () => client.invalidateQueries({ queryKey: cache.outbox }),
  });
  return (
    <main id="main" className="reading">
      <h1>{t('outbox.title')}</h1>
      {isPending && <Loading />}
      {isError && !data && <LoadFailed error={error} retry={refetch} />}
      {data && (
        <dl className="facts">
          <dt>{t('outbox.waiting')}</dt>
          <dd>{data.waiting}</dd>
          <dt>{t('outbox.failed')}</dt>
          <dd>{data.failed}</dd>
          {data.oldestAt !== null && (
            <>
              <dt>{t('outbox.oldest')}</dt>
              <dd>{moment(data.oldestAt)}</dd>
            </>
          )}
        </dl>
      )}
      {again.isError && <FailureLine failure={failureOf(again.error)} />}
      {data?.messages.length === 0 && <Empty title={t('outbox.none')} />}
      {data && data.messages.length > 0 && (
        <div className="wide">
          <table>
            <ColumnHeads
              heads={(['number', 'channel', 'made', 'tries', 'state', 'next'] as const).map((key) =>
                t(`outbox.${key}`),
              )}
            />
            <tbody>
              {data.messages.map(({ id, number, channel, madeAt, attempts, state, error: why, nextTryAt }) => (
                <tr key={id}>
                  <th scope="row" className="number">
                    {number}
                  </th>
                  <td>{t(`outbox.${channel}`)}</td>
                  <td>{moment(madeAt)}</td>
                  <td>{attempts}</td>
                  <td>
                    {state === 'failed' ? `◆ ${t('outbox.isFailed')}` : t('outbox.isWaiting')}
                    {why !== null && <div className="hint">{say(why)}</div>}
                  </td>
                  <td>
                    {nextTryAt !== null && spokenMoment(nextTryAt)}
                    {state === 'failed' && (
                      <Button loading={again.isPending && again.variables === id} onClick={() => again.mutate(id)}>
                        {t('outbox.again')}
                        <span className="unseen"> {number}</span>
                      </Button>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </main>
  );
}
