import { useQuery } from '@tanstack/react-query';
import { useContext, useEffect, useState, type CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { failureOf } from '../../../ui/console/failure.ts';
import { useLanguage } from '../../../ui/console/language.ts';
import { ZoneContext } from '../../../ui/console/times.ts';
import type { PlaceView, WallView } from '../contract/views.ts';
import { cache, call } from './api.ts';
import { AreaDrawing } from './area-drawing.tsx';
import type { AreaSearch } from './searches.ts';

const EVERY_MS = 20_000;
/** So long without new figures is said out loud, even when no call has failed yet. */
const STALE_MS = 65_000;
const LISTED = 6;

/** The wall of a meeting room (大屏): live figures only, readable from five metres, nothing to press. */
export function WallPage({ area }: AreaSearch) {
  const { t } = useTranslation();
  const { data, error, dataUpdatedAt } = useQuery({
    queryKey: cache.wall(area),
    refetchInterval: EVERY_MS,
    refetchIntervalInBackground: true,
    queryFn: () => call('GET /api/wall', { query: area === undefined ? {} : { area } }),
  });
  const now = useClock();
  const isStale = dataUpdatedAt > 0 && now.getTime() - dataUpdatedAt > STALE_MS;
  const failure = error ? failureOf(error) : undefined;
  return (
    <main id="main" className="wall">
      {data ? (
        <Figures view={data} trouble={failure?.kind ?? (isStale ? 'offline' : undefined)} now={now} />
      ) : (
        <p className="wall-wait" role="status">
          {failure ? <Trouble failure={failure} /> : t('loading')}
        </p>
      )}
    </main>
  );
}

function Trouble({ failure }: { failure: ReturnType<typeof failureOf> }) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  if (failure.kind === 'offline') return t('wall.offline');
  return failure.message ? say(failure.message) : t('failure.fault');
}

type FiguresProps = {
  readonly view: WallView;
  readonly trouble: ReturnType<typeof failureOf>['kind'] | undefined;
  readonly now: Date;
};

function Figures({ view, trouble, now }: FiguresProps) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const { standing, today, judged, reach, places } = view;
  const { clock, day } = useWallTimes();
  const big = [
    { key: 'overdue', n: standing.overdue, isBad: standing.overdue > 0 },
    { key: 'dueToday', n: standing.dueToday, isBad: false },
    { key: 'open', n: standing.open, isBad: false },
    { key: 'in', n: today.in, isBad: false },
    { key: 'ended', n: today.ended, isBad: false },
  ] as const;
  return (
    <>
      <header>
        <h1>{t('overview.of', { name: say(reach.name) })}</h1>
        <p>
          {day(now)} {clock(now)}
        </p>
      </header>
      <ul
        className="wall-numbers"
        style={{ '--digits': Math.max(...big.map(({ n }) => String(n).length)) } as CSSProperties}
      >
        {big.map(({ key, n, isBad }) => (
          <li key={key} className={isBad ? 'is-bad' : ''}>
            <b>{n}</b>
            <span>{t(`wall.${key}`)}</span>
          </li>
        ))}
      </ul>
      <div className="wall-below">
        {reach.area !== null && (
          <figure>
            <AreaDrawing reach={reach} places={places} width={480} onWall />
          </figure>
        )}
        <Where places={places} />
      </div>
      <p className="wall-judged">
        {t('wall.judged', { yes: judged.said.yes, partly: judged.said.partly, no: judged.said.no })}
      </p>
      <p className={trouble ? 'wall-state is-bad' : 'wall-state'} role="status">
        {trouble
          ? t(`wall.trouble.${trouble}`, { at: clock(new Date(view.at)) })
          : t('wall.asOf', { at: clock(new Date(view.at)) })}
      </p>
    </>
  );
}

/** Where it is over a limit, the most first: places, never people. */
function Where({ places }: { places: readonly PlaceView[] }) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const { day } = useWallTimes();
  const stuck = places.filter(({ overdue }) => overdue > 0).toSorted((a, b) => b.overdue - a.overdue);
  const shown = stuck.slice(0, LISTED);
  return (
    <section>
      <h2>{t('wall.where')}</h2>
      {shown.length === 0 && <p>{t('wall.nothingOverdue')}</p>}
      <ol>
        {shown.map(({ code, name, isOwn, overdue, oldestDueAt }) => (
          <li key={code}>
            <span>{isOwn ? t('overview.own') : say(name)}</span>
            <b>{overdue}</b>
            <i>{oldestDueAt === null ? '' : t('wall.since', { day: day(new Date(oldestDueAt)) })}</i>
          </li>
        ))}
      </ol>
      {stuck.length > LISTED && (
        <p>
          {t('wall.others', {
            places: stuck.length - LISTED,
            n: stuck.slice(LISTED).reduce((sum, { overdue }) => sum + overdue, 0),
          })}
        </p>
      )}
    </section>
  );
}

/** The hour, second by second. */
function useClock(): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const ticking = setInterval(() => setNow(new Date()), 1000);
    return () => clearInterval(ticking);
  }, []);
  return now;
}

/** Hours and days of the district, with seconds and without "today": the wall is looked at, not read aloud. */
function useWallTimes() {
  const zone = useContext(ZoneContext);
  const locale = useLanguage().language === 'zh' ? 'zh-CN' : 'en-GB';
  const text = (when: Date, parts: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { timeZone: zone, ...parts }).format(when);
  return {
    clock: (when: Date) => text(when, { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' }),
    day: (when: Date) => text(when, { month: 'short', day: 'numeric' }),
  };
}
