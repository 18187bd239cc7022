import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Select } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { failureOf } from '../../../ui/console/failure.ts';
import { FailureLine } from '../../../ui/console/states.tsx';
import { call } from './bodies-api.ts';
import { HolderSearch } from './holder-search.tsx';

type Props = { readonly grid: string; readonly gridName: string; readonly places: readonly string[] };

/** Names a contact for one estate, building or stairwell of a grid (包楼包户); the finest one named is whose door it is. */
export function NameForPlace({ grid, gridName, places }: Props) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [place, setPlace] = useState<string | null>(null);
  const commandId = useRef(crypto.randomUUID());
  const set = useMutation({
    mutationFn: ({ postId, of }: { postId: string; of: string }) =>
      call('POST /api/charges', {
        body: { rung: 'buildingContact', areaCode: grid, place: of, postId, commandId: commandId.current },
      }),
    onSuccess: () => {
      setPlace(null);
      commandId.current = crypto.randomUUID();
      void client.invalidateQueries({ queryKey: ['chains'] });
      void client.invalidateQueries({ queryKey: ['doors'] });
    },
  });
  if (places.length === 0) return null;
  return (
    <div className="link-form" role="group" aria-label={t('chains.placeFor', { grid: gridName })}>
      <Select
        aria-label={t('chains.placeFor', { grid: gridName })}
        placeholder={t('chains.place')}
        showSearch
        allowClear
        value={place}
        onChange={(chosen) => setPlace(chosen ?? null)}
        options={places.map((one) => ({ value: one, label: one }))}
      />
      {place !== null && (
        <HolderSearch
          label={t('chains.choose', { rung: place })}
          busy={set.isPending}
          onChoose={(postId) => set.mutate({ postId, of: place })}
        />
      )}
      <FailureLine failure={set.error ? failureOf(set.error) : undefined} />
    </div>
  );
}
