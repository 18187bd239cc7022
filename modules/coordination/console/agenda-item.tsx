import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MatterNumber } from '../../access/console/index.ts';
import { useLanguage } from '../../../ui/console/language.ts';
import { useTimes } from '../../../ui/console/times.ts';
import type { ItemView, MeetingView } from '../contract/meeting.ts';
import { DecideHere } from './decide-here.tsx';
import { DecideUp } from './decide-up.tsx';
import { Strike } from './strike.tsx';

/** What it is about, why it is on the agenda, and who put it there. */
export function ItemHead({ item }: { item: ItemView }) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const { matter } = item;
  return (
    <>
      <strong>{item.topic}</strong> <span className="hint">{matter && <MatterNumber {...matter} />}</span>
      <p className="hint">
        {t(`meetings.causes.${item.cause}`)} · {item.reason} · {t('meetings.addedBy', { body: say(item.addedBy) })}
      </p>
    </>
  );
}

/** What was decided, and how what was opened by it stands. */
export function Opened({ item, told = false }: { item: ItemView; told?: boolean }) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const { date } = useTimes();
  const { outcome, opened, to, dueOn, outcomeReason } = item;
  const decided =
    outcome === 'struck'
      ? [t('meetings.wasStruck', { reason: outcomeReason ?? '' })]
      : [
          to && t(outcome === 'up' ? 'meetings.wentUp' : 'meetings.solvedHere', { body: say(to) }),
          dueOn !== null && t('meetings.by', { day: date(dueOn) }),
          outcomeReason,
        ];
  return (
    <p>
      {told && decided.filter(Boolean).join(' · ')} {opened && <MatterNumber id={opened.id} number={opened.number} />}
      {opened?.standing && (
        <span className={`state-name stage-${opened.standing.stage}`}>
          {' '}
          {say(opened.standing.state)}
          {opened.standing.outcome === 'explained' && ` · ${t('meetings.explained')}`}
          {opened.standing.missed > 0 && ` ◆ ${t('meetings.missed', { count: opened.standing.missed })}`}
        </span>
      )}
    </p>
  );
}

type Way = 'here' | 'up' | 'strike';

/** An item that waits for its outcome: solved here, or escalated; or struck with a reason. */
export function AgendaItem({ item, meeting }: { item: ItemView; meeting: MeetingView }) {
  const { t } = useTranslation();
  const [way, setWay] = useState<Way | null>(null);
  const close = () => setWay(null);
  const toggle = (chosen: Way) => ({
    'aria-expanded': way === chosen,
    onClick: () => setWay(way === chosen ? null : chosen),
  });
  return (
    <li id={`item-${item.id}`}>
      <ItemHead item={item} />
      {(meeting.mayHold || item.mayStrike) && (
        <p className="actions unprinted">
          {meeting.mayHold && (
            <>
              <Button {...toggle('here')}>{t(meeting.goesUp ? 'meetings.here' : 'meetings.decide')}</Button>
              {meeting.goesUp && <Button {...toggle('up')}>{t('meetings.up')}</Button>}
            </>
          )}
          {item.mayStrike && <Button {...toggle('strike')}>{t('meetings.strike')}</Button>}
        </p>
      )}
      {way === 'here' && <DecideHere item={item} meetingId={meeting.id} heldOn={meeting.heldOn} close={close} />}
      {way === 'up' && <DecideUp item={item} meetingId={meeting.id} close={close} />}
      {way === 'strike' && <Strike item={item} meetingId={meeting.id} close={close} />}
    </li>
  );
}
