import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../../ui/console/language.ts';
import { Empty, FailureLine, LoadFailed, Loading } from '../../../ui/console/states.tsx';
import { rhythms, type Rhythm } from '../contract/meeting-lists.ts';
import type { MeetingRow } from '../contract/meeting.ts';
import { cache, callMeetings } from './api.ts';
import { ChoiceField, DayField, LineField } from '../../../ui/console/form-fields.tsx';
import { useCommand } from '../../../ui/console/use-command.ts';
import { useTimes } from '../../../ui/console/times.ts';

/** Joint meetings of the sub-district and dispatch meetings of the district (联席会、调度会), the newest first; who presides convenes the next one here. */
export function MeetingsPage() {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const { data, isPending, isError, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    {
      queryKey: cache.meetings,
      queryFn: ({ pageParam }) => callMeetings('GET /api/meetings', { query: pageParam ? { after: pageParam } : {} }),
      initialPageParam: '',
      getNextPageParam: ({ next }) => next,
    },
  );
  const first = data?.pages[0];
  const meetings = data?.pages.flatMap((page) => page.meetings) ?? [];
  return (
    <main id="main" className="reading">
      <h1>{t('meetings.title')}</h1>
      <p>{t('meetings.about')}</p>
      {isPending && <Loading />}
      {isError && <LoadFailed error={error} retry={refetch} />}
      {first?.mayConvene && <Convene today={first.today} />}
      {first?.notYet && <p className="hint">{say(first.notYet)}</p>}
      {first && meetings.length === 0 && <Empty title={t('meetings.none')} />}
      {meetings.length > 0 && (
        <ul className="meeting-list">
          {meetings.map((meeting) => (
            <Line key={meeting.id} meeting={meeting} />
          ))}
        </ul>
      )}
      {hasNextPage && (
        <Button loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('meetings.more')}
        </Button>
      )}
    </main>
  );
}

function Line({ meeting }: { meeting: MeetingRow }) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const { date } = useTimes();
  const { id, area, tier, heldOn, place, concludedAt, items, here, up, struck } = meeting;
  return (
    <li>
      <Link to="/meetings/$id" params={{ id }}>
        <span className="number">{date(heldOn)}</span> {t(`meetings.one.${tier}`, { area: say(area) })}
      </Link>{' '}
      <span className="hint">{place}</span>
      <p>
        {concludedAt === null
          ? t('meetings.goesOn', { count: items })
          : t(`meetings.counts.${tier}`, { items, here, up, struck })}
      </p>
    </li>
  );
}

function Convene({ today }: { today: string }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [heldOn, setHeldOn] = useState(today);
  const [rhythm, setRhythm] = useState<Rhythm>('week');
  const [place, setPlace] = useState('');
  const { send, isPending, failure, faultAt } = useCommand(
    (commandId, body: { rhythm: Rhythm; heldOn: string; place: string }) =>
      callMeetings('POST /api/meetings', { body: { ...body, commandId } }),
    {
      refresh: cache.meetings,
      at: ['heldOn', 'place'],
      after: ({ id }) => void navigate({ to: '/meetings/$id', params: { id } }),
    },
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    send({ rhythm, heldOn, place });
  };
  return (
    <form className="form" aria-labelledby="convene" noValidate onSubmit={submit}>
      <h2 id="convene">{t('meetings.convene')}</h2>
      <ChoiceField
        label={t('meetings.rhythm')}
        value={rhythm}
        options={rhythms.map((value) => ({ value, label: t(`meetings.rhythms.${value}`) }))}
        onChange={(value) => setRhythm(value as Rhythm)}
      />
      <DayField
        label={t('meetings.heldOn')}
        value={heldOn}
        min={today}
        onChange={setHeldOn}
        fault={faultAt('heldOn')}
      />
      <LineField label={t('meetings.place')} value={place} onChange={setPlace} fault={faultAt('place')} />
      <div className="form-end">
        <Button type="primary" htmlType="submit" loading={isPending}>
          {t('meetings.begin')}
        </Button>
        <FailureLine failure={failure} />
      </div>
    </form>
  );
}
