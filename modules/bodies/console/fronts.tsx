import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { failureOf } from '../../../ui/console/failure.ts';
import { FailureLine } from '../../../ui/console/states.tsx';
import type { HolderView } from '../contract/views.ts';
import { call } from './bodies-api.ts';
import { HolderLine } from './chain-list.tsx';
import { HolderSearch } from './holder-search.tsx';

type Props = {
  readonly code: string;
  readonly fronts: readonly { readonly front: string; readonly holder: HolderView }[];
  readonly mayAdminister: boolean;
};

/** The village matrix (战线 × 片区): which front of this community or village is with whom. */
export function Fronts({ code, fronts, mayAdminister }: Props) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [front, setFront] = useState('');
  const commandId = useRef(crypto.randomUUID());
  const onSuccess = () => {
    setFront('');
    commandId.current = crypto.randomUUID();
    void client.invalidateQueries({ queryKey: ['chains', code] });
  };
  const set = useMutation({
    mutationFn: (postId: string) =>
      call('POST /api/charges', {
        body: { rung: 'front', areaCode: code, front, postId, commandId: commandId.current },
      }),
    onSuccess,
  });
  const end = useMutation({
    mutationFn: (ended: string) =>
      call('POST /api/charges/end', { body: { rung: 'front', areaCode: code, front: ended } }),
    onSuccess,
  });
  const failure = set.error ?? end.error;
  return (
    <section aria-labelledby="fronts">
      <h2 id="fronts">{t('chains.fronts')}</h2>
      <p className="hint">{t('chains.frontsAbout')}</p>
      <div className="wide">
        <table className="rungs">
          <tbody>
            {fronts.map(({ front: name, holder }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td>
                  <HolderLine holder={holder} />
                </td>
                <td className="rung-acts">
                  {mayAdminister && (
                    <Button
                      size="small"
                      type="text"
                      aria-label={t('chains.actFor', { act: t('chains.end'), rung: name })}
                      onClick={() => end.mutate(name)}
                    >
                      {t('chains.end')}
                    </Button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {mayAdminister && (
        <div className="link-form" role="group" aria-label={t('chains.newFront')}>
          <Input
            aria-label={t('chains.front')}
            placeholder={t('chains.front')}
            maxLength={20}
            value={front}
            onChange={({ target }) => setFront(target.value)}
          />
          <HolderSearch
            label={t('chains.choose', { rung: front || t('chains.front') })}
            busy={set.isPending}
            onChoose={set.mutate}
          />
        </div>
      )}
      <FailureLine failure={failure ? failureOf(failure) : undefined} />
    </section>
  );
}
