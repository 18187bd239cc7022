import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useIsPhone } from '../../../ui/console/is-phone.ts';
import { LoadFailed } from '../../../ui/console/states.tsx';
import type { QueueName, QueueView } from '../contract/views.ts';
import { call } from './api.ts';
import { cache, LOOK_AGAIN_MS } from './cache.ts';

type Props = { readonly chosen: QueueName; readonly choose: (queue: QueueName) => void };

/** My queues (待办) with how much waits in each: a slim list on a desk, one choice on a phone. */
export function QueueList({ chosen, choose }: Props) {
  const { t } = useTranslation();
  const isPhone = useIsPhone();
  const { data, isError, error, refetch } = useQuery({
    queryKey: cache.queues,
    queryFn: () => call('GET /api/queues'),
    refetchInterval: LOOK_AGAIN_MS,
  });
  if (isError && !data) return <LoadFailed error={error} retry={refetch} />;
  const queues: readonly QueueView[] = data?.queues ?? [];
  if (isPhone)
    return (
      <Select
        className="queue-choice"
        size="large"
        aria-label={t('queue.choose')}
        value={chosen}
        disabled={!data}
        virtual={false}
        onChange={choose}
        options={queues.map((queue) => ({
          value: queue.queue,
          label: `${t(`queues.${queue.queue}`)} ${queue.n}`,
        }))}
      />
    );
  return (
    <nav aria-label={t('queue.choose')} className="queues">
      {queues.map((queue) => (
        <button
          type="button"
          key={queue.queue}
          aria-current={queue.queue === chosen ? 'page' : undefined}
          data-empty={queue.n === 0}
          onClick={() => choose(queue.queue)}
        >
          <span>{t(`queues.${queue.queue}`)}</span>
          <span className="count">{queue.n}</span>
        </button>
      ))}
    </nav>
  );
}
