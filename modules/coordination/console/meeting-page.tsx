import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../../ui/console/language.ts';
import { Empty, FailureLine, Loading, PageNotLoaded } from '../../../ui/console/states.tsx';
import type { MeetingView } from '../contract/meeting.ts';
import { AgendaItem, ItemHead, Opened } from './agenda-item.tsx';
import { cache, callMeetings } from './api.ts';
import { Attendance } from './attendance.tsx';
import { PutOn } from './put-on.tsx';
import { useCommand } from '../../../ui/console/use-command.ts';
import { useTimes } from '../../../ui/console/times.ts';

const LOOK_AGAIN_MS = 10_000;

/**
 * One joint meeting (联席会): what became of the last decisions, the agenda, each item decided in one of two ways, who came.
 * Concluded, the same page is the minutes (会议纪要), and prints as such.
 */
export function MeetingPage({ meetingId }: { meetingId: string }) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const { date, moment } = useTimes();
  const { data, isPending, isError, error, refetch } = useQuery({
    queryKey: cache.meeting(meetingId),
    queryFn: () => callMeetings('GET /api/meetings/:id', { params: { id: meetingId } }),
    refetchInterval: LOOK_AGAIN_MS,
  });
  if (isPending) return <Loading />;
  if (isError) return <PageNotLoaded error={error} retry={refetch} />;
  const isOver = data.concludedAt !== null;
  return (
    <main id="main" className="reading meeting">
      <p className="unprinted">
        <Link to="/meetings">{t('meetings.all')}</Link>
      </p>
      <h1>{t(`meetings.${isOver ? 'minutes' : 'one'}.${data.tier}`, { area: say(data.area) })}</h1>
      <p>
        <span className="number">{date(data.heldOn)}</span> · {data.place} ·{' '}
        {t(`meetings.counts.${data.tier}`, { items: data.items, here: data.here, up: data.up, struck: data.struck })}
        {data.concludedAt !== null && data.concludedBy && (
          <> · {t('meetings.concludedBy', { who: say(data.concludedBy), at: moment(data.concludedAt) })}</>
        )}
        {isOver && (
          <Button className="unprinted" onClick={() => globalThis.print()}>
            {t('meetings.print')}
          </Button>
        )}
      </p>
      <Before before={data.before} />
      <Agenda meeting={data} />
      <Attendance key={String(isOver)} meeting={data} />
      {data.mayHold && <Conclude meeting={data} />}
    </main>
  );
}

/** What became of what was decided the last time: the meeting opens with it. */
function Before({ before }: Pick<MeetingView, 'before'>) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const { date } = useTimes();
  return (
    <section aria-labelledby="before">
      <h2 id="before">{t('meetings.before')}</h2>
      {before === null && <p className="hint">{t('meetings.firstOne')}</p>}
      {before?.items.length === 0 && (
        <p className="hint">{t('meetings.nothingBefore', { day: date(before.heldOn) })}</p>
      )}
      {before && before.items.length > 0 && (
        <ul className="agenda">
          {before.items.map((item) => (
            <li key={item.id}>
              <strong>{item.topic}</strong>
              {item.to && (
                <span>
                  {' '}
                  {t(item.outcome === 'up' ? 'meetings.wentUp' : 'meetings.solvedHere', { body: say(item.to) })}
                  {item.dueOn !== null && (
                    <span className="number"> {t('meetings.by', { day: date(item.dueOn) })}</span>
                  )}
                </span>
              )}
              <Opened item={item} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Agenda({ meeting }: { meeting: MeetingView }) {
  const { t } = useTranslation();
  const open = meeting.agenda.filter(({ outcome }) => outcome === null);
  const decided = meeting.agenda.filter(({ outcome }) => outcome !== null);
  return (
    <section aria-labelledby="agenda">
      <h2 id="agenda">{t('meetings.agenda')}</h2>
      {meeting.agenda.length === 0 && <Empty title={t('meetings.emptyAgenda')} />}
      {open.length > 0 && (
        <ol className="agenda">
          {open.map((item) => (
            <AgendaItem key={item.id} item={item} meeting={meeting} />
          ))}
        </ol>
      )}
      {meeting.mayPropose && <PutOn meeting={meeting} />}
      {decided.length > 0 && (
        <>
          <h3>{t('meetings.decided')}</h3>
          <ol className="agenda">
            {decided.map((item) => (
              <li key={item.id} id={`item-${item.id}`}>
                <ItemHead item={item} />
                <Opened item={item} told />
              </li>
            ))}
          </ol>
        </>
      )}
    </section>
  );
}

function Conclude({ meeting }: { meeting: MeetingView }) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const { send, isPending, failure } = useCommand(
    () => callMeetings('POST /api/meetings/:id/conclude', { params: { id: meeting.id } }),
    { refresh: cache.meetings },
  );
  return (
    <section className="unprinted" aria-labelledby="conclude">
      <h2 id="conclude">{t('meetings.conclusion')}</h2>
      <Button type="primary" disabled={meeting.notYet !== null} loading={isPending} onClick={() => send(undefined)}>
        {t('meetings.conclude')}
      </Button>
      {meeting.notYet && <p className="hint">{say(meeting.notYet)}</p>}
      <FailureLine failure={failure} />
    </section>
  );
}
