import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Popconfirm } from 'antd';
import { useTranslation } from 'react-i18next';
import { ColumnHeads } from '../../../ui/console/column-heads.tsx';
import { failureOf } from '../../../ui/console/failure.ts';
import { Empty, FailureLine, Loading, LoadFailed } from '../../../ui/console/states.tsx';
import { useTimes } from '../../../ui/console/times.ts';
import type { ClientView } from '../contract/routes.ts';
import { call } from './api.ts';
import { KeyForm } from './key-form.tsx';

const columns = ['name', 'contact', 'key', 'perMinute', 'made', 'standing'] as const;
const clientsKey = ['open311', 'clients'];

/** Keys of Open311 (接口密钥): who has one, giving one, taking one back. */
export function KeysPage() {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const { data, error, refetch } = useQuery({
    queryKey: clientsKey,
    queryFn: () => call('GET /api/open311/clients'),
  });
  const again = () => cache.invalidateQueries({ queryKey: clientsKey });
  return (
    <main id="main" className="reading">
      <h1>{t('open311Keys.title')}</h1>
      <p>{t('open311Keys.about')}</p>
      <KeyForm onMade={again} />
      {error ? (
        <LoadFailed error={error} retry={refetch} />
      ) : data ? (
        <KeyTable clients={data.clients} onRevoked={again} />
      ) : (
        <Loading />
      )}
    </main>
  );
}

function KeyTable({ clients, onRevoked }: { clients: readonly ClientView[]; onRevoked: () => unknown }) {
  const { t } = useTranslation();
  const { day } = useTimes();
  const { mutate, error, isPending } = useMutation({
    mutationFn: (id: string) => call('POST /api/open311/clients/:id/revoke', { params: { id } }),
    onSuccess: onRevoked,
  });
  if (clients.length === 0) return <Empty title={t('open311Keys.none')} />;
  return (
    <>
      <FailureLine failure={error ? failureOf(error) : undefined} />
      <div className="wide" tabIndex={0} role="group" aria-label={t('open311Keys.title')}>
        <table>
          <ColumnHeads heads={columns.map((column) => t(`open311Keys.${column}`))} />
          <tbody>
            {clients.map(({ id, name, contact, keyStart, perMinute, madeAt, revokedAt }) => (
              <tr key={id}>
                <td>{name}</td>
                <td>{contact}</td>
                <td>
                  <code>{keyStart}…</code>
                </td>
                <td>{perMinute}</td>
                <td>{day(madeAt)}</td>
                <td>
                  {t(revokedAt ? 'open311Keys.revoked' : 'open311Keys.works')}{' '}
                  {!revokedAt && (
                    <Popconfirm
                      title={t('open311Keys.sure')}
                      okText={t('open311Keys.yes')}
                      cancelText={t('open311Keys.no')}
                      onConfirm={() => mutate(id)}
                    >
                      <Button size="small" danger loading={isPending}>
                        {t('open311Keys.revoke')}
                      </Button>
                    </Popconfirm>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
