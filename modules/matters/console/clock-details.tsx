import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../../ui/console/language.ts';
import { useTimes } from '../../../ui/console/times.ts';
import type { ClockView } from '../contract/views.ts';
import { limitWords } from './clock-words.ts';
import { useSetHere } from './use-set-here.ts';

/** Behind the clock: length, run, pauses, how it is counted, who is told when it is missed, and the rule. */
export function ClockDetails({ clock }: { clock: ClockView }) {
  const { t } = useTranslation();
  const saySet = useSetHere();
  const { say } = useLanguage();
  const { moment, due, date } = useTimes();
  const {
    limit,
    startedAt,
    dueAt,
    endedAt,
    pauses,
    extensions,
    provisional,
    remindsWhenNear,
    tellsWhenMissed,
    turnsInto,
    setHere,
    basis,
    basisKind,
    since,
  } = clock;
  return (
    <dl className="facts clock-details">
      <dt>{t('clock.limit')}</dt>
      <dd>{limitWords(limit, t)}</dd>
      <dt>{t('clock.ran')}</dt>
      <dd>
        {t('clock.from', { at: moment(startedAt) })}
        {dueAt !== null && t('clock.until', { at: due(dueAt) })}
        {endedAt !== null && t('clock.ended', { at: moment(endedAt) })}
      </dd>
      <dt>{t('clock.pauses')}</dt>
      <dd>
        {pauses.length === 0 && t('clock.noPauses')}
        {pauses.map(({ from, to }) => (
          <div key={from}>
            {to === null
              ? t('clock.pauseOpen', { from: moment(from) })
              : t('clock.pause', { from: moment(from), to: moment(to) })}
          </div>
        ))}
      </dd>
      {extensions.length > 0 && (
        <>
          <dt>{t('clock.extensions')}</dt>
          <dd>
            {extensions.map(({ at, unit, amount }) => (
              <div key={at}>{t('clock.extended', { by: t(`unit.${unit}`, { count: amount }), at: moment(at) })}</div>
            ))}
          </dd>
        </>
      )}
      <dt>{t('clock.counted')}</dt>
      <dd>
        {t(`counted.${limit.unit}`)}
        {provisional && <p className="note">{t('clock.provisional')}</p>}
      </dd>
      {remindsWhenNear.length > 0 && (
        <>
          <dt>{t('clock.whenNear')}</dt>
          <dd>{t('clock.reminds', { who: remindsWhenNear.map(say).join(t('comma')) })}</dd>
        </>
      )}
      <dt>{t('clock.whenMissed')}</dt>
      <dd>
        {tellsWhenMissed.length === 0
          ? t('clock.tellsNobody')
          : t('clock.tells', { who: tellsWhenMissed.map(say).join(t('comma')) })}
        {turnsInto !== null && <div>{t('clock.turnsInto', { into: say(turnsInto) })}</div>}
      </dd>
      <dt>{t('clock.basis')}</dt>
      <dd>
        {say(basis)}
        {setHere !== null && <div>{saySet(setHere)}</div>}
        <span className="hint">{t(`basis.${basisKind}`, { since: date(since) })}</span>
      </dd>
    </dl>
  );
}
