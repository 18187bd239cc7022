import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../../ui/console/language.ts';
import { FailureLine } from '../../../ui/console/states.tsx';
import { attendances, type Attendance as Came } from '../contract/meeting-lists.ts';
import type { MeetingView } from '../contract/meeting.ts';
import { cache, callMeetings } from './api.ts';
import { useCommand } from '../../../ui/console/use-command.ts';

type Seat = { readonly came: Came | null; readonly who: string };

/** Who came (到会): noted in words by whoever presides, all at once. */
export function Attendance({ meeting }: { meeting: MeetingView }) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const [seats, setSeats] = useState<Readonly<Record<string, Seat>>>({});
  const of = (bodyId: string): Seat => {
    const noted = meeting.seats.find((seat) => seat.bodyId === bodyId);
    return seats[bodyId] ?? { came: noted?.came ?? null, who: noted?.who ?? '' };
  };
  const set = (bodyId: string, part: Partial<Seat>) =>
    setSeats((before) => ({ ...before, [bodyId]: { ...of(bodyId), ...part } }));
  const { send, isPending, failure, isSuccess } = useCommand(
    () =>
      callMeetings('POST /api/meetings/:id/attendance', {
        params: { id: meeting.id },
        body: {
          seats: meeting.seats.flatMap(({ bodyId }) => {
            const { came, who } = of(bodyId);
            return came === null ? [] : [{ bodyId, came, who }];
          }),
        },
      }),
    { refresh: cache.meetings, after: () => setSeats({}) },
  );
  return (
    <section aria-labelledby="attendance">
      <h2 id="attendance">{t('meetings.attendance')}</h2>
      {meeting.mayHold && (
        <p className="unprinted">
          <Button
            onClick={() =>
              setSeats(
                Object.fromEntries(
                  meeting.seats.map(({ bodyId }) => [bodyId, { ...of(bodyId), came: of(bodyId).came ?? 'came' }]),
                ),
              )
            }
          >
            {t('meetings.allCame')}
          </Button>
        </p>
      )}
      <ul className="seats">
        {meeting.seats.map(({ bodyId, body, came, who }) => (
          <li key={bodyId}>
            <span>{say(body)}</span>
            {meeting.mayHold ? (
              <>
                <Select<Came | null>
                  aria-label={t('meetings.cameOf', { body: say(body) })}
                  placeholder={t('meetings.notNoted')}
                  value={of(bodyId).came}
                  options={attendances.map((value) => ({ value, label: t(`meetings.came.${value}`) }))}
                  onChange={(value) => set(bodyId, { came: value })}
                />
                <Input
                  aria-label={t('meetings.whoOf', { body: say(body) })}
                  placeholder={t('meetings.who')}
                  maxLength={100}
                  value={of(bodyId).who}
                  onChange={({ target }) => set(bodyId, { who: target.value })}
                />
              </>
            ) : (
              <span>
                {came === null ? t('meetings.notNoted') : t(`meetings.came.${came}`)} {who}
              </span>
            )}
          </li>
        ))}
      </ul>
      {meeting.mayHold && (
        <p className="unprinted">
          <Button
            loading={isPending}
            disabled={meeting.seats.every(({ bodyId }) => of(bodyId).came === null)}
            onClick={() => send(undefined)}
          >
            {t('meetings.note')}
          </Button>
          <span role="status">{isSuccess && Object.keys(seats).length === 0 && ` ${t('meetings.noted')}`}</span>
          <FailureLine failure={failure} />
        </p>
      )}
    </section>
  );
}
