import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Input } from 'antd';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../access/console/index.ts';
import { useLanguage } from '../../../ui/console/language.ts';
import { LoadFailed, Loading } from '../../../ui/console/states.tsx';
import { useTimes } from '../../../ui/console/times.ts';
import type { DeskView } from '../contract/desk.ts';
import { cache, callDesk } from './api.ts';
import { Due, LineHead } from './desk-line.tsx';
import { Sessions } from './sessions.tsx';

/** The coordination desk (协调台): escalations, tiers, backlog with its ages, bulletins; and ways to what is opened from here. */
export function DeskPage() {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const { permissions } = useMe();
  const { data, isPending, isError, error, refetch } = useQuery({
    queryKey: cache.desk,
    queryFn: () => callDesk('GET /api/coordination'),
  });
  return (
    <main id="main" className="reading meeting">
      <h1>{t('coordination.title')}</h1>
      <p className="actions unprinted">
        {permissions.includes('meetings.read') && <Link to="/meetings">{t('meetings.title')}</Link>}
        {permissions.includes('meetings.read') && <Link to="/repeats">{t('repeats.title')}</Link>}
        {permissions.includes('bodies.read') && <Link to="/manage/officers">{t('officers.title')}</Link>}
        {permissions.includes('reception.hold') && <Link to="/reception">{t('reception.title')}</Link>}
      </p>
      {isPending && <Loading />}
      {isError && <LoadFailed error={error} retry={refetch} />}
      {data && data.opens.length > 0 && (
        <p className="actions unprinted">
          <span className="hint" aria-hidden="true">
            {t('coordination.opens')}
          </span>
          {data.opens.map(({ id, name }) => (
            <Link key={id} to="/open/$id" params={{ id }} aria-label={t('coordination.open', { name: say(name) })}>
              {say(name)}
            </Link>
          ))}
        </p>
      )}
      {data && <Signals desk={data} />}
      {data && <Escalations desk={data} />}
      {data && <Sessions desk={data} />}
      {data && permissions.includes('matters.search') && <Advice />}
      {data && <Backlog desk={data} />}
      {data && <Targets desk={data} />}
      {data && <Bulletins desk={data} />}
    </main>
  );
}

/** Urgent signals (紧急信息): what nobody answered yet, and how quickly the last ones were seen, known and answered. */
function Signals({ desk: { signals, days } }: { desk: DeskView }) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const minutes = (middle: number | null) => (middle === null ? '—' : t('coordination.minutes', { count: middle }));
  if (signals.sent === 0) return null;
  return (
    <section aria-labelledby="signals">
      <h2 id="signals">{t('coordination.signals', { count: signals.open.length })}</h2>
      {signals.open.length === 0 && <p className="hint">{t('coordination.noSignals')}</p>}
      <ul className="agenda">
        {signals.open.map((line) => (
          <li key={line.id}>
            <LineHead line={line} />
            <p className="hint">
              {line.community && `${say(line.community)} → `}
              {say(line.body)}
              <Due line={line} />
            </p>
          </li>
        ))}
      </ul>
      <table className="plain">
        <tbody>
          {(['seenToSent', 'sentToTaken', 'sentToAnswered'] as const).map((name) => (
            <tr key={name}>
              <th scope="row">{t(`coordination.${name}`)}</th>
              <td className="number">{minutes(signals[name])}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="hint">{t('coordination.signalsHow', { days, sent: signals.sent })}</p>
    </section>
  );
}

function Escalations({ desk }: { desk: DeskView }) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const all = desk.tiers.reduce((sum, { solved }) => sum + solved, 0);
  return (
    <section aria-labelledby="escalations">
      <h2 id="escalations">{t('coordination.escalations', { count: desk.escalations.length })}</h2>
      {desk.escalations.length === 0 && <p className="hint">{t('coordination.noEscalations')}</p>}
      <ul className="agenda">
        {desk.escalations.map((line) => (
          <li key={line.id}>
            <LineHead line={line} />
            <p className="hint">
              {line.community && `${say(line.community)} → `}
              {say(line.body)} ·{' '}
              {line.liaison === null ? t('coordination.noLiaison') : t('coordination.liaison', { who: line.liaison })}
              <Due line={line} />
            </p>
          </li>
        ))}
      </ul>
      <h3>{t('coordination.tiersTitle')}</h3>
      <table className="plain">
        <tbody>
          {desk.tiers.map(({ tier, solved }) => (
            <tr key={tier}>
              <th scope="row">{t(`coordination.tiers.${tier}`)}</th>
              <td className="number">{t('coordination.ofAll', { solved, all })}</td>
              <td className="number">{all === 0 ? '—' : `${Math.round((solved / all) * 100)}%`}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="hint">{t('coordination.tiersHow', { days: desk.days })}</p>
      <p>{t('coordination.ended', desk.ended)}</p>
    </section>
  );
}

function Advice() {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const { moment } = useTimes();
  const [words, setWords] = useState('');
  const sought = useDeferredValue(words.trim());
  const { data } = useQuery({
    queryKey: cache.advice(sought),
    queryFn: () => callDesk('GET /api/advice', { query: { words: sought } }),
  });
  return (
    <section className="unprinted" aria-labelledby="advice">
      <h2 id="advice">{t('coordination.advice')}</h2>
      <Input
        aria-label={t('coordination.seek')}
        placeholder={t('coordination.seek')}
        maxLength={100}
        value={words}
        onChange={({ target }) => setWords(target.value)}
      />
      {data?.advice.length === 0 && <p className="hint">{t('coordination.noAdvice')}</p>}
      <ul className="agenda">
        {data?.advice.map((one) => (
          <li key={`${one.at} ${one.question}`}>
            <strong>{one.question}</strong>
            <p>{one.advice}</p>
            <p className="hint">
              {say(one.body)} · {moment(one.at)}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Backlog({ desk }: { desk: DeskView }) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const most = Math.max(1, ...desk.ages.map(({ count }) => count));
  return (
    <section aria-labelledby="backlog">
      <h2 id="backlog">{t('coordination.backlog', { count: desk.backlog.length })}</h2>
      {desk.backlog.length === 0 && <p className="hint">{t('coordination.noBacklog')}</p>}
      {desk.backlog.length > 0 && (
        <table className="plain ages">
          <tbody>
            {desk.ages.map(({ age, count }) => (
              <tr key={age}>
                <th scope="row">{t(`coordination.ages.${age}`)}</th>
                <td className="number">{count}</td>
                <td>
                  <meter min={0} max={most} value={count} aria-hidden="true" />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <ul className="agenda">
        {desk.backlog.map((line) => (
          <li key={line.id}>
            <LineHead line={line} />
            <p className="hint">
              {t('coordination.leader', { who: line.leader ?? '—' })} · {say(line.body)} ·{' '}
              {t(`coordination.ages.${line.age}`)}
              <Due line={line} />
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Targets and how far they are (目标任务进度): counted from their parts. */
function Targets({ desk }: { desk: DeskView }) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  if (desk.targets.length === 0) return null;
  return (
    <section aria-labelledby="targets">
      <h2 id="targets">{t('coordination.targets', { count: desk.targets.length })}</h2>
      <p className="hint">{t('coordination.targetsHow')}</p>
      <ul className="agenda">
        {desk.targets.map((line) => (
          <li key={line.id}>
            <LineHead line={line} />
            <p className="hint">
              {say(line.body)} ·{' '}
              {line.parts === 0
                ? t('coordination.noParts')
                : t('coordination.parts', { parts: line.parts, done: line.done, explained: line.explained })}
              <Due line={line} />
            </p>
            {line.inspections && <Inspections of={line.inspections} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Where a deployment was inspected (有部署就有督查), or that nobody has looked yet. */
function Inspections({ of }: { of: readonly { id: string; number: string }[] }) {
  const { t } = useTranslation();
  if (of.length === 0) return <p className="hint">◇ {t('coordination.notInspected')}</p>;
  return (
    <p className="hint">
      {t('coordination.inspected')}
      {of.map(({ id, number }) => (
        <Link key={id} to="/matters/$id" params={{ id }} className="number">
          {number}
        </Link>
      ))}
    </p>
  );
}

function Bulletins({ desk }: { desk: DeskView }) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const { moment } = useTimes();
  return (
    <section aria-labelledby="bulletins">
      <h2 id="bulletins">{t('coordination.bulletins', { days: desk.days })}</h2>
      {desk.bulletins.length === 0 && <p className="hint">{t('coordination.noBulletins')}</p>}
      {desk.bulletins.length > 0 && (
        <Button className="unprinted" onClick={() => globalThis.print()}>
          {t('coordination.print')}
        </Button>
      )}
      <ul className="agenda">
        {desk.bulletins.map(({ id, number, body, at, text }) => (
          <li key={`${id} ${at}`}>
            <strong>{say(body)}</strong>{' '}
            <Link to="/matters/$id" params={{ id }} className="number">
              {number}
            </Link>{' '}
            <span className="hint">{moment(at)}</span>
            <p>{text}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
