import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Popconfirm } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { failureOf } from '../../../ui/console/failure.ts';
import { useLanguage } from '../../../ui/console/language.ts';
import { Empty, FailureLine, Loading, LoadFailed } from '../../../ui/console/states.tsx';
import { useTimes } from '../../../ui/console/times.ts';
import type { ConnectionView } from '../contract/routes.ts';
import { call, connectionsKey, LOOK_AGAIN_MS } from './api.ts';
import { ConnectionForm } from './connection-form.tsx';

/** The systems of outside bodies (系统对接): which there are, whether they answer, and connecting one. */
export function PartnersPage() {
  const { t } = useTranslation();
  const cache = useQueryClient();
  /** The connection that is being changed; `new` for one more. */
  const [open, setOpen] = useState<string | null>(null);
  const { data, error, refetch } = useQuery({
    queryKey: connectionsKey,
    queryFn: () => call('GET /api/partners/connections'),
    refetchInterval: LOOK_AGAIN_MS,
  });
  const done = () => {
    setOpen(null);
    void cache.invalidateQueries({ queryKey: connectionsKey });
  };
  const changed = data?.connections.find(({ body }) => body.id === open);
  return (
    <main id="main" className="reading">
      <h1>{t('partners.title')}</h1>
      <p>{t('partners.about')}</p>
      {error && !data ? <LoadFailed error={error} retry={refetch} /> : !data && <Loading />}
      {data && open === null && (
        <p className="actions">
          <Button type="primary" disabled={data.bodies.length === 0} onClick={() => setOpen('new')}>
            {t('partners.connect')}
          </Button>
        </p>
      )}
      {data && open !== null && (
        <ConnectionForm
          key={open}
          bodies={data.bodies}
          categories={data.categories}
          changed={changed}
          close={() => setOpen(null)}
          after={done}
        />
      )}
      {data?.connections.length === 0 && open === null && <Empty title={t('partners.none')} />}
      <ul className="agenda">
        {data?.connections.map((one) => (
          <Connection key={one.body.id} connection={one} change={() => setOpen(one.body.id)} after={done} />
        ))}
      </ul>
    </main>
  );
}

type Props = { readonly connection: ConnectionView; readonly change: () => void; readonly after: () => void };

function Connection({ connection, change, after }: Props) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const { spokenMoment } = useTimes();
  const { body, address, isPaused, isAllowed, lastOkAt, failedAt, error, waiting, followed, failed } = connection;
  const params = { id: body.id };
  const pause = useMutation({
    mutationFn: () => call('POST /api/partners/connections/:id/pause', { params, body: { paused: !isPaused } }),
    onSettled: after,
  });
  const again = useMutation({
    mutationFn: () => call('POST /api/partners/connections/:id/again', { params }),
    onSettled: after,
  });
  const refused = pause.error ?? again.error;
  return (
    <li>
      <strong>{say(body.name)}</strong> <span className="hint">{say(body.kind)}</span>{' '}
      <span className={isPaused || error !== null ? 'fault' : 'state-name'}>
        {isPaused
          ? t('partners.isPaused')
          : error !== null
            ? `${say(error)}${failedAt === null ? '' : ` · ${spokenMoment(failedAt)}`}`
            : lastOkAt === null
              ? t('partners.notYetCalled')
              : t('partners.answers', { at: spokenMoment(lastOkAt) })}
      </span>
      <p className="hint">{address}</p>
      {!isAllowed && <p className="fault">{t('partners.notAllowed')}</p>}
      <p>{t('partners.counts', { waiting, followed, failed })}</p>
      <FailureLine failure={refused ? failureOf(refused) : undefined} />
      <p className="actions">
        <Button onClick={change}>
          {t('partners.change')}
          <span className="unseen"> {say(body.name)}</span>
        </Button>
        {failed > 0 && (
          <Button loading={again.isPending} onClick={() => again.mutate()}>
            {t('partners.again')}
            <span className="unseen"> {say(body.name)}</span>
          </Button>
        )}
        {isPaused ? (
          <Button loading={pause.isPending} onClick={() => pause.mutate()}>
            {t('partners.resume')}
            <span className="unseen"> {say(body.name)}</span>
          </Button>
        ) : (
          <Popconfirm
            title={t('partners.sure')}
            okText={t('partners.pause')}
            cancelText={t('partners.keep')}
            onConfirm={() => pause.mutate()}
          >
            <Button danger loading={pause.isPending}>
              {t('partners.pause')}
              <span className="unseen"> {say(body.name)}</span>
            </Button>
          </Popconfirm>
        )}
      </p>
    </li>
  );
}
