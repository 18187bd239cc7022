import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../../ui/console/language.ts';
import { Loading, LoadFailed } from '../../../ui/console/states.tsx';
import type { AreaProfileView } from '../contract/area-profile.ts';
import { cache, call } from './api.ts';
import type { AreaSearch } from './searches.ts';

/** The basic facts of an area (辖区基本情况): counted from the registers, and a paragraph to open a paper with. */
export function AreaProfilePage({ area }: AreaSearch) {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery({
    queryKey: cache.profile(area),
    queryFn: () => call('GET /api/area-profile', { query: area === undefined ? {} : { area } }),
  });
  return (
    <main id="main" className="reading">
      {data ? (
        <Facts profile={data} />
      ) : (
        <>
          <h1>{t('profile.title')}</h1>
          {error ? <LoadFailed error={error} retry={refetch} /> : <Loading />}
        </>
      )}
    </main>
  );
}

function Facts({ profile }: { profile: AreaProfileView }) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const { reach, land, bodies, posts, gridWorkers, matters, paragraph } = profile;
  const search = { area: reach.area };
  return (
    <>
      <h1>{t('profile.of', { name: say(reach.name) })}</h1>
      <p className="hint">{t('profile.asOf')}</p>
      <p>{say(paragraph)}</p>
      <p className="actions unprinted">
        <Copy text={say(paragraph)} />
        <Link to="/overview" search={search}>
          {t('overview.title')}
        </Link>
        <Link to="/reports" search={search}>
          {t('overview.toReports')}
        </Link>
      </p>
      <Counts title={t('profile.land')} rows={land.map(({ name, n }) => [say(name), n])} />
      <Counts title={t('profile.bodies')} rows={bodies.map(({ name, n }) => [say(name), n])} />
      <Counts
        title={t('profile.posts')}
        rows={[
          [t('profile.allPosts'), posts.n],
          [t('profile.vacant'), posts.vacant],
          [t('profile.gridWorkers'), gridWorkers.n],
          [t('profile.vacantGrids'), gridWorkers.vacant],
        ]}
      />
      <Counts
        title={t('profile.matters')}
        rows={(['in', 'ended', 'open'] as const).map((of) => [t(`profile.${of}`), matters[of]])}
      />
      <p className="hint">{t('profile.how')}</p>
    </>
  );
}

function Counts({ title, rows }: { title: string; rows: readonly (readonly [name: string, n: number])[] }) {
  if (rows.length === 0) return null;
  return (
    <section>
      <h2>{title}</h2>
      <table className="plain">
        <tbody>
          {rows.map(([name, n]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td className="number">{n}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Copy({ text }: { text: string }) {
  const { t } = useTranslation();
  const [state, setState] = useState<'copy' | 'copied' | 'notCopied'>('copy');
  /** Browsers give no clipboard to pages that came without encryption, as on some office networks. */
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setState('copied');
    } catch {
      setState('notCopied');
    }
  };
  return (
    <>
      <Button onClick={() => void copy()}>{t('profile.copy')}</Button>
      <span role="status">{state === 'copy' ? '' : t(`profile.${state}`)}</span>
    </>
  );
}
