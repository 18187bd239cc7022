import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { failureOf } from '../../../ui/console/failure.ts';
import { useLanguage } from '../../../ui/console/language.ts';
import { Empty, FailureLine } from '../../../ui/console/states.tsx';
import type { AreaChangeView } from '../contract/routes.ts';
import { call, cache } from './api.ts';

type Props = { readonly changes: readonly AreaChangeView[]; readonly mayWithdraw: boolean };

/** Changes that were decided, each as a sentence with its paper and how it stands. */
export function ChangeList({ changes, mayWithdraw }: Props) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const client = useQueryClient();
  const withdraw = useMutation({
    mutationFn: (id: string) => call('POST /api/area-changes/:id/withdraw', { params: { id } }),
    onSuccess: () => client.invalidateQueries({ queryKey: cache.all }),
  });
  if (changes.length === 0) return <Empty title={t('areas.noChanges')} />;
  return (
    <>
      <FailureLine failure={withdraw.error ? failureOf(withdraw.error) : undefined} />
      <ul className="procedure-list">
        {changes.map(({ id, says, source, standing, why }) => (
          <li key={id}>
            {say(says)}
            <p className="hint">
              {t('areas.by', { source })} · {t(`areas.standing.${standing}`)}
              {why && ` · ${say(why)}`}
            </p>
            {mayWithdraw && standing === 'waiting' && (
              <Button loading={withdraw.isPending} onClick={() => withdraw.mutate(id)}>
                {t('areas.withdraw')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
