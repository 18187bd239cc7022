import { useQuery } from '@tanstack/react-query';
import { Input } from 'antd';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from '../../../ui/console/field.tsx';
import { Empty, LoadFailed, Loading } from '../../../ui/console/states.tsx';
import { call, cache } from './api.ts';
import { AreaLine } from './area-line.tsx';
import { AreaTree } from './area-tree.tsx';
import { ChangeList } from './change-list.tsx';

/** The areas of the district (区划): searched, or opened level by level; and what was decided about them. */
export function AreasPage({ mayAdminister }: { mayAdminister: boolean }) {
  const { t } = useTranslation();
  const [words, setWords] = useState('');
  const asked = useDeferredValue(words.trim());
  return (
    <main id="main" className="reading">
      <h1>{t('areas.title')}</h1>
      <Field label={t('areas.search')} hint={t('areas.searchAbout')}>
        {({ status: _status, ...control }) => (
          <Input {...control} allowClear size="large" value={words} onChange={({ target }) => setWords(target.value)} />
        )}
      </Field>
      {[...asked].length >= 2 ? <Found words={asked} /> : <AreaTree />}
      {mayAdminister && <Decided />}
    </main>
  );
}

function Found({ words }: { words: string }) {
  const { t } = useTranslation();
  const { data, isPending, isError, error, refetch } = useQuery({
    queryKey: cache.search(words),
    queryFn: () => call('GET /api/areas/search', { query: { words } }),
  });
  if (isPending) return <Loading />;
  if (isError) return <LoadFailed error={error} retry={refetch} />;
  if (data.rows.length === 0) return <Empty title={t('areas.nothing', { words })} />;
  return (
    <>
      <p role="status">{t(data.more ? 'areas.foundMore' : 'areas.found', { n: data.rows.length })}</p>
      <ul className="area-list">
        {data.rows.map((area) => (
          <li key={area.code}>
            <AreaLine area={area} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Decided() {
  const { t } = useTranslation();
  const { data, isPending, isError, error, refetch } = useQuery({
    queryKey: cache.changes,
    queryFn: () => call('GET /api/area-changes'),
  });
  return (
    <section aria-labelledby="decided">
      <h2 id="decided">{t('areas.decided')}</h2>
      {isPending && <Loading />}
      {isError && <LoadFailed error={error} retry={refetch} />}
      {data && <ChangeList changes={data.changes} mayWithdraw />}
    </section>
  );
}
