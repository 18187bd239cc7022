import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Radio } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { failureOf } from '../../../ui/console/failure.ts';
import { useKeys } from '../../../ui/console/keys.ts';
import { useLanguage } from '../../../ui/console/language.ts';
import { Empty, FailureLine, Loading, PageNotLoaded } from '../../../ui/console/states.tsx';
import { useTimes } from '../../../ui/console/times.ts';
import { useMe } from '../../access/console/index.ts';
import type { DayPage as Day } from '../contract/day.ts';
import { cache, LOOK_AGAIN_MS } from './cache.ts';
import { DayBodies } from './day-bodies.tsx';
import { DayList } from './day-list.tsx';
import { callDay } from './desk-work-api.ts';

/** The day's close (日清): what came in or was due today and stays, each with one line that says why. */
export function DayPage({ body }: { body?: string | undefined }) {
  const { t } = useTranslation();
  const { permissions } = useMe();
  const { data, isPending, isError, error, refetch } = useQuery({
    queryKey: cache.day(body ?? 'own'),
    queryFn: () => callDay('GET /api/day', { query: body === undefined ? {} : { body } }),
    refetchInterval: LOOK_AGAIN_MS,
  });
  if (isError && !data) return <PageNotLoaded error={error} retry={refetch} />;
  return (
    <main id="main" className="day-page">
      {isPending && <Loading />}
      {data && <DayOf day={data} />}
      {permissions.includes('figures.read') && <DayBodies />}
      {body !== undefined && (
        <p>
          <Link to="/day">{t('day.own')}</Link>
        </p>
      )}
    </main>
  );
}

function DayOf({ day }: { day: Day }) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const { date } = useTimes();
  const [only, setOnly] = useState<'mine' | 'all'>('all');
  const rows = only === 'mine' ? day.rows.filter(({ isMine }) => isMine) : day.rows;
  const mayWrite = day.body.isOwn && day.closed === null;
  useKeys({ p: () => print() });
  return (
    <section aria-labelledby="day">
      <header className="day-head">
        <h1 id="day">{t('day.title', { body: say(day.body.name), day: date(day.day) })}</h1>
        <Radio.Group
          optionType="button"
          value={only}
          onChange={({ target }) => setOnly(target.value)}
          options={[
            { value: 'all', label: t('day.all', { count: day.rows.length }) },
            { value: 'mine', label: t('day.mine', { count: day.rows.filter(({ isMine }) => isMine).length }) },
          ]}
        />
      </header>
      <p className="hint">{t('day.about')}</p>
      {rows.length === 0 ? (
        <Empty title={t('day.nothing')}>
          <p>{t('day.nothingAbout')}</p>
        </Empty>
      ) : (
        <DayList rows={rows} mayWrite={mayWrite} />
      )}
      {day.more && <p className="hint">{t('day.more')}</p>}
      {day.overdue > 0 && (
        <p className="hint">
          {t('day.overdue', { count: day.overdue })}{' '}
          {day.body.isOwn && (
            <Link to="/" search={{ queue: 'overdue' }}>
              {t('day.seeOverdue')}
            </Link>
          )}
        </p>
      )}
      <CloseDay day={day} />
    </section>
  );
}

/** Closes the day, or opens it again; what is missing is said before anybody presses. */
function CloseDay({ day }: { day: Day }) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const { moment } = useTimes();
  const client = useQueryClient();
  const commandId = useRef(crypto.randomUUID());
  const missing = day.rows.filter(({ reason }) => reason === null).length;
  const { closed } = day;
  const mark = useMutation({
    mutationFn: () =>
      callDay(closed ? 'POST /api/day/open' : 'POST /api/day/close', { body: { commandId: commandId.current } }),
    onSettled: () => {
      commandId.current = crypto.randomUUID();
      return client.invalidateQueries({ queryKey: ['day'] });
    },
  });
  const may = day.body.isOwn && (closed !== null || missing === 0);
  useKeys({ d: () => may && !closed && mark.mutate() });
  return (
    <footer className="day-close">
      <p role="status">
        {closed
          ? t('day.closed', { at: moment(closed.at), by: say(closed.by), count: closed.stayed })
          : t(missing > 0 ? 'day.missing' : 'day.ready', { count: missing })}
      </p>
      <FailureLine failure={mark.isError ? failureOf(mark.error) : undefined} />
      {day.body.isOwn && (
        <Button
          type={closed ? 'default' : 'primary'}
          size="large"
          disabled={!may}
          loading={mark.isPending}
          onClick={() => mark.mutate()}
        >
          {closed ? t('day.open') : t('day.close')}
          {!closed && <kbd aria-hidden="true">d</kbd>}
        </Button>
      )}
    </footer>
  );
}
