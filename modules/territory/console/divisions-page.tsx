import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from '../../../ui/console/field.tsx';
import { useLanguage } from '../../../ui/console/language.ts';
import { Empty, LoadFailed, Loading } from '../../../ui/console/states.tsx';
import { call } from './api.ts';

type Step = { readonly code: string; readonly name: { readonly zh: string; readonly en: string } };
const MOST_SHOWN = 50;

/** The national list of divisions (全国区划): searched in Chinese, by pinyin, initials or code, or opened level by level. */
export function DivisionsPage({ mayAdminister }: { mayAdminister: boolean }) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const [words, setWords] = useState('');
  const [at, setAt] = useState<Step>();
  const asked = useDeferredValue(words.trim());
  const open = (step: Step | undefined) => {
    setAt(step);
    setWords('');
  };
  return (
    <main id="main" className="reading">
      <h1>{t('divisions.title')}</h1>
      <Field
        label={t('divisions.search')}
        hint={at ? t('divisions.within', { name: say(at.name) }) : t('divisions.about')}
      >
        {({ status: _status, ...control }) => (
          <Input {...control} allowClear size="large" value={words} onChange={({ target }) => setWords(target.value)} />
        )}
      </Field>
      {[...asked].length >= 2 ? (
        <Found words={asked} under={at?.code ?? ''} open={open} />
      ) : (
        <Level parent={at?.code ?? ''} open={open} mayAdminister={mayAdminister} />
      )}
    </main>
  );
}

type Opening = { readonly open: (step: Step | undefined) => void };

function Level({ parent, open, mayAdminister }: Opening & { parent: string; mayAdminister: boolean }) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const divisions = useInfiniteQuery({
    queryKey: ['divisions', parent],
    queryFn: ({ pageParam }) => call('GET /api/divisions', { query: { parent, after: pageParam, limit: MOST_SHOWN } }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });
  if (divisions.isPending) return <Loading />;
  if (divisions.isError) return <LoadFailed error={divisions.error} retry={divisions.refetch} />;
  const rows = divisions.data.pages.flatMap((page) => page.rows);
  const path = divisions.data.pages[0]?.path ?? [];
  return (
    <>
      <nav aria-label={t('divisions.path')}>
        <Button type="link" size="small" onClick={() => open(undefined)}>
          {t('divisions.country')}
        </Button>
        {path.map((step) => (
          <span key={step.code}>
            {' › '}
            <Button type="link" size="small" onClick={() => open(step)}>
              {say(step.name)}
            </Button>
          </span>
        ))}
      </nav>
      {rows.length === 0 && (
        <Empty title={t(parent === '' ? 'divisions.notImported' : 'divisions.lowest')}>
          {parent === '' && mayAdminister && <p>{t('divisions.howToImport')}</p>}
        </Empty>
      )}
      <Rows rows={rows} open={open} />
      <More list={divisions} />
    </>
  );
}

function Found({ words, under, open }: Opening & { words: string; under: string }) {
  const { t } = useTranslation();
  const found = useInfiniteQuery({
    queryKey: ['divisions', 'search', under, words],
    queryFn: ({ pageParam }) =>
      call('GET /api/divisions/search', { query: { words, under, after: pageParam, limit: MOST_SHOWN } }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });
  if (found.isPending) return <Loading />;
  if (found.isError) return <LoadFailed error={found.error} retry={found.refetch} />;
  const rows = found.data.pages.flatMap((page) => page.rows);
  if (rows.length === 0) return <Empty title={t('divisions.nothing', { words })} />;
  return (
    <>
      <p role="status">{t(found.hasNextPage ? 'divisions.foundMore' : 'divisions.found', { n: rows.length })}</p>
      <Rows rows={rows} open={open} />
      <More list={found} />
    </>
  );
}

type Row = Step & { readonly nationalCode: string; readonly level: string; readonly form: string | null };

function Rows({ rows, open }: Opening & { rows: readonly Row[] }) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  return (
    <ul className="area-list">
      {rows.map((row) => (
        <li key={row.code}>
          {row.level === 'community' ? (
            say(row.name)
          ) : (
            <Button type="link" size="small" onClick={() => open(row)}>
              {say(row.name)}
            </Button>
          )}{' '}
          <span className="hint">
            {row.form ? t(`divisions.forms.${row.form}`) : t(`divisions.levels.${row.level}`)} · {row.nationalCode}
          </span>
        </li>
      ))}
    </ul>
  );
}

type List = {
  readonly hasNextPage: boolean;
  readonly isFetchingNextPage: boolean;
  readonly fetchNextPage: () => unknown;
};

function More({ list }: { list: List }) {
  const { t } = useTranslation();
  if (!list.hasNextPage) return null;
  return (
    <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
      {t('areas.more')}
    </Button>
  );
}
