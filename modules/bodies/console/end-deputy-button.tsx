import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { failureOf } from '../../../ui/console/failure.ts';
import { FailureLine } from '../../../ui/console/states.tsx';
import { cache, call } from './staff-api.ts';

/** Ends somebody's standing in at once (结束代理). */
export function EndDeputyButton({ id, mine = false }: { id: string; mine?: boolean }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [commandId] = useState(() => crypto.randomUUID());
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => {
      const order = { params: { id }, body: { commandId } };
      return mine ? call('POST /api/my/deputies/:id/end', order) : call('POST /api/staff/deputies/:id/end', order);
    },
    onSuccess: () => client.invalidateQueries({ queryKey: cache.all }),
  });
  return (
    <>
      <Button size="small" loading={isPending} onClick={() => mutate()}>
        {t('deputy.endNow')}
      </Button>
      <FailureLine failure={error ? failureOf(error) : undefined} />
    </>
  );
}
