import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Input, Select } from 'antd';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ColumnHeads } from '../../../ui/console/column-heads.tsx';
import { useLanguage } from '../../../ui/console/language.ts';
import { Empty, LoadFailed, Loading } from '../../../ui/console/states.tsx';
import type { BodyKind } from '../contract/body-kinds.ts';
import { call } from './bodies-api.ts';

/** The bodies of the district (机构一览), found by a part of the name or by kind. */
export function BodiesPage() {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const [typed, setTyped] = useState('');
  const [kind, setKind] = useState<BodyKind | null>(null);
  const words = useDeferredValue(typed.trim());
  const { data, isPending, isError, error, refetch } = useQuery({
    queryKey: ['bodies', 'list', words, kind],
    queryFn: () => call('GET /api/bodies', { query: { words, area: '', ...(kind ? { kind } : {}) } }),
    placeholderData: (before) => before,
  });
  return (
    <main id="main" className="reading">
      <h1>{t('body.title')}</h1>
      <p className="actions">
        <Input
          aria-label={t('body.words')}
          placeholder={t('body.words')}
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
        />
        <Select<BodyKind | null>
          aria-label={t('body.kind')}
          allowClear
          placeholder={t('body.anyKind')}
          popupMatchSelectWidth={false}
          value={kind}
          options={(data?.kinds ?? []).map(({ key, name }) => ({ value: key as BodyKind, label: say(name) }))}
          onChange={(chosen) => setKind(chosen ?? null)}
        />
      </p>
      {isPending && <Loading />}
      {isError && <LoadFailed error={error} retry={refetch} />}
      {data?.total === 0 && <Empty title={t('body.none')} />}
      {data && data.total > 0 && (
        <div className="wide">
          <p className="hint">{t('body.count', { count: data.total, shown: data.bodies.length })}</p>
          <table>
            <ColumnHeads heads={[t('body.name'), t('body.kind'), t('body.area'), t('body.phone')]} />
            <tbody>
              {data.bodies.map(({ bodyId, name, kind: kindName, area, phone }) => (
                <tr key={bodyId}>
                  <td>
                    <Link to="/manage/bodies/$id" params={{ id: bodyId }}>
                      {say(name)}
                    </Link>
                  </td>
                  <td>{say(kindName)}</td>
                  <td>{say(area)}</td>
                  <td className="number">{phone}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </main>
  );
}
