import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../access/console/index.ts';
import { useLanguage } from '../../../ui/console/language.ts';
import { Empty, Loading, LoadFailed } from '../../../ui/console/states.tsx';
import { useTimes } from '../../../ui/console/times.ts';
import type { OverviewView } from '../contract/views.ts';
import { cache, call } from './api.ts';
import { Figure } from './figure.tsx';
import { FlowPart, JudgedPart } from './overview-flow.tsx';
import { KindsPart, RepeatsPart } from './overview-repeats.tsx';
import { ReasonsPart, WherePart } from './overview-stuck.tsx';
import type { AreaSearch } from './searches.ts';

/** What an office has to see of its area (运行态势): what is stuck, what comes again, how residents judged, in and out week by week. */
export function OverviewPage({ area }: AreaSearch) {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery({
    queryKey: cache.overview(area),
    queryFn: () => call('GET /api/overview', { query: area === undefined ? {} : { area } }),
  });
  if (error) return <Framed>{<LoadFailed error={error} retry={refetch} />}</Framed>;
  if (!data) return <Framed>{<Loading />}</Framed>;
  const isEmpty = data.standing.open === 0 && data.weeks.every((week) => week.in + week.ended + week.missed === 0);
  return (
    <main id="main" className="overview">
      <Head view={data} />
      {isEmpty ? (
        <Empty title={t('overview.empty')}>
          <p>{t('overview.emptyAbout')}</p>
        </Empty>
      ) : (
        <>
          <Standing view={data} />
          <div className="overview-parts">
            <WherePart view={data} />
            <ReasonsPart view={data} />
            <FlowPart view={data} />
            <JudgedPart view={data} />
            <KindsPart view={data} />
            <RepeatsPart view={data} />
          </div>
        </>
      )}
    </main>
  );
}

function Framed({ children }: { children: React.ReactNode }) {
  const { t } = useTranslation();
  return (
    <main id="main" className="overview">
      <h1>{t('overview.title')}</h1>
      {children}
    </main>
  );
}

function Head({ view: { reach, at } }: { view: OverviewView }) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const { moment } = useTimes();
  const { permissions } = useMe();
  const here = reach.area === null ? {} : { area: reach.area };
  return (
    <header className="overview-head">
      {reach.above.length > 0 && (
        <nav aria-label={t('overview.above')}>
          {reach.above.map(({ code, name }) => (
            <Link key={code} to="/overview" search={{ area: code }}>
              {say(name)}
            </Link>
          ))}
        </nav>
      )}
      <h1>{t('overview.of', { name: say(reach.name) })}</h1>
      <p className="hint">{t('overview.asOf', { at: moment(at) })}</p>
      <p className="overview-ways">
        <Link to="/reports" search={here}>
          {t('overview.toReports')}
        </Link>
        {reach.area !== null && (
          <>
            <Link to="/wall" search={here}>
              {t('overview.toWall')}
            </Link>
            <Link to="/area-profile" search={here}>
              {t('profile.title')}
            </Link>
            {reach.tier === 'district' && permissions.includes('meetings.read') && (
              <Link to="/meetings">{t('meetings.title')}</Link>
            )}
          </>
        )}
      </p>
    </header>
  );
}

/** What stands now, in five numbers. */
function Standing({ view: { standing, reach } }: { view: OverviewView }) {
  const { t } = useTranslation();
  const here = reach.area === null ? {} : { area: reach.area };
  const parts = ['overdue', 'dueToday', 'open', 'waiting', 'onBooks'] as const;
  const how = (of: (typeof parts)[number]) =>
    [t(`overview.counted.${of}`), reach.tier === 'body' && t('overview.counted.ofBody')].filter(Boolean).join(' ');
  return (
    <ul className="figures" aria-label={t('overview.standing')}>
      {parts.map((of) => (
        <Figure
          key={of}
          label={t(`overview.figures.${of}`)}
          n={standing[of]}
          search={{ ...here, of }}
          how={how(of)}
          isBad={of === 'overdue'}
        />
      ))}
    </ul>
  );
}
