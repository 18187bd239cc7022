import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../../ui/console/language.ts';
import { LoadFailed } from '../../../ui/console/states.tsx';
import { useTimes } from '../../../ui/console/times.ts';
import type { HandoffView } from '../contract/routes.ts';
import { call, handoffsKey, LOOK_AGAIN_MS } from './api.ts';

/** Whether what was asked has reached the system of the outside body (送达情况), under which number, and what to do where it has not. */
export function HandoffCard({ matterId }: { matterId: string }) {
  const { t } = useTranslation();
  const { spokenMoment } = useTimes();
  const { data, isError, error, refetch } = useQuery({
    queryKey: handoffsKey(matterId),
    queryFn: () => call('GET /api/partners/handoffs/:id', { params: { id: matterId } }),
    refetchInterval: LOOK_AGAIN_MS,
  });
  if (isError && !data) return <LoadFailed error={error} retry={refetch} />;
  if (!data) return null;
  const { isConnected, isPaused, lastOkAt, handoffs } = data;
  const isFollowed = handoffs.at(-1)?.state === 'sent';
  return (
    <section className="card" aria-labelledby="handoff" aria-live="polite">
      <h2 id="handoff">{t('handoff.title')}</h2>
      {handoffs.length === 0 && <p>{t(isConnected ? 'handoff.notSent' : 'handoff.notConnected')}</p>}
      {handoffs.length > 0 && (
        <ol className="links">
          {handoffs.map((one) => (
            <Round key={one.round} round={one} isPaused={isPaused} />
          ))}
        </ol>
      )}
      {isFollowed && lastOkAt !== null && <p className="hint">{t('handoff.looked', { at: spokenMoment(lastOkAt) })}</p>}
    </section>
  );
}

function Round({ round, isPaused }: { round: HandoffView; isPaused: boolean }) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const { spokenMoment } = useTimes();
  const { state, reference, sentAt, attempts, nextTryAt, error } = round;
  return (
    <li>
      <strong>{t(`handoff.states.${state}`)}</strong>
      {reference !== null && <> · {t('handoff.reference', { reference })}</>}
      {sentAt !== null && <div className="hint">{t('handoff.sent', { at: spokenMoment(sentAt) })}</div>}
      {error !== null && (
        <p className="fault">
          {t('handoff.tried', { count: attempts, why: say(error) })}
          {state === 'waiting' && ` ${t('handoff.call')}`}
        </p>
      )}
      {state === 'dropped' && reference !== null && <p className="note">{t('handoff.stillThere')}</p>}
      {state === 'failed' && <p className="fault">{t('handoff.callNow')}</p>}
      {state === 'waiting' && isPaused && <p className="fault">{t('handoff.paused')}</p>}
      {state === 'waiting' && !isPaused && attempts > 0 && nextTryAt !== null && (
        <div className="hint">{t('handoff.next', { at: spokenMoment(nextTryAt) })}</div>
      )}
    </li>
  );
}
