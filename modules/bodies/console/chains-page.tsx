import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Input } from 'antd';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../../ui/console/language.ts';
import { Empty, LoadFailed, Loading } from '../../../ui/console/states.tsx';
import { call } from './bodies-api.ts';
import { ChainList } from './chain-list.tsx';
import { FrontMatrix } from './front-matrix.tsx';

/** Responsibility chains (责任链): open any door and see who answers for it; below, where somebody is missing. */
export function ChainsPage() {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const [asked, setAsked] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(typed.trim());
  };
  return (
    <main id="main" className="reading">
      <h1>{t('chains.title')}</h1>
      <form className="actions" role="search" onSubmit={submit}>
        <Input
          aria-label={t('chains.where')}
          placeholder={t('chains.where')}
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
        />
        <Button htmlType="submit" type="primary">
          {t('chains.open')}
        </Button>
      </form>
      {asked !== '' && <Door text={asked} choose={setAsked} />}
      <FrontMatrix />
      <Gaps />
    </main>
  );
}

function Door({ text, choose }: { text: string; choose: (code: string) => void }) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const { data, isPending, isError, error, refetch } = useQuery({
    queryKey: ['doors', text],
    queryFn: () => call('GET /api/doors', { query: { text } }),
  });
  if (isPending) return <Loading />;
  if (isError) return <LoadFailed error={error} retry={refetch} />;
  const pathOf = (path: (typeof data)['path']) => path.map(({ name }) => say(name)).join(' › ');
  if (!data.found && data.candidates.length === 0) return <Empty title={t('chains.notFound')} />;
  if (!data.found)
    return (
      <section role="status">
        <p>{t('chains.several')}</p>
        <ul className="plain">
          {data.candidates.map((path) => (
            <li key={path.at(-1)?.code}>
              <Button type="link" onClick={() => choose(path.at(-1)?.code ?? '')}>
                {pathOf(path)}
              </Button>
            </li>
          ))}
        </ul>
      </section>
    );
  return (
    <section aria-labelledby="door" role="status">
      <h2 id="door">
        {pathOf(data.path)}
        {data.place !== null && ` › ${data.place}`}
      </h2>
      <ChainList chain={data.chain} />
    </section>
  );
}

function Gaps() {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const { data, isPending, isError, error, refetch } = useQuery({
    queryKey: ['chains', 'gaps'],
    queryFn: () => call('GET /api/chains', { query: {} }),
  });
  const sorted = (data?.communities ?? []).toSorted((a, b) => b.gaps - a.gaps || (a.code < b.code ? -1 : 1));
  return (
    <section aria-labelledby="gaps">
      <h2 id="gaps">{t('chains.gaps')}</h2>
      <p className="hint">{t('chains.gapsAbout')}</p>
      {isPending && <Loading />}
      {isError && <LoadFailed error={error} retry={refetch} />}
      {data && sorted.length === 0 && <Empty title={t('chains.noCommunities')} />}
      <ul className="columns plain">
        {sorted.map(({ code, name, grids, gaps }) => (
          <li key={code}>
            <Link to="/manage/chains/$code" params={{ code }}>
              {say(name)}
            </Link>{' '}
            {grids === 0 ? (
              <span className="gap">{t('chains.noGrids')}</span>
            ) : (
              <span className={gaps === 0 ? 'hint' : 'gap'}>
                {gaps === 0 ? t('chains.complete') : t('chains.missing', { count: gaps })}
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
