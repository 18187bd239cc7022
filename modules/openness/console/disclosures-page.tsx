import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ColumnHeads } from '../../../ui/console/column-heads.tsx';
import { useLanguage } from '../../../ui/console/language.ts';
import { Empty, Loading, LoadFailed } from '../../../ui/console/states.tsx';
import { useTimes } from '../../../ui/console/times.ts';
import type { DisclosureView } from '../contract/disclosures.ts';
import { callDisclosures, disclosuresKey } from './api.ts';
import { DisclosureForm, type Start } from './disclosure-form.tsx';
import { usePeriod } from './use-period.ts';

const load = () => callDisclosures('GET /api/disclosures');
export type Desk = Awaited<ReturnType<typeof load>>;

/** What communities disclose (公开事项): what is due, disclosing it, correcting it by a later entry. */
export function DisclosuresPage() {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery({ queryKey: disclosuresKey, queryFn: load });
  const [start, setStart] = useState<Start | null>(null);
  const [isOut, setIsOut] = useState(false);
  const begin = (next: Start | null) => {
    setIsOut(false);
    setStart(next);
  };
  return (
    <main id="main" className="reading">
      <h1>{t('disclosures.title')}</h1>
      <p>
        {t('disclosures.about')}{' '}
        {data?.mine && <a href={`/communities/${data.mine}/disclosures`}>{t('disclosures.publicPage')}</a>}
      </p>
      {error ? <LoadFailed error={error} retry={refetch} /> : !data && <Loading />}
      {data && data.mine === null && <Communities desk={data} />}
      {data?.mine && (
        <>
          <p role="status">{isOut && t('disclosures.isPublished')}</p>
          <OwnDue desk={data} begin={begin} />
          <DisclosureForm
            key={start ? `${start.item} ${start.period} ${start.corrects}` : 'new'}
            desk={data}
            start={start}
            close={() => begin(null)}
            after={() => {
              setStart(null);
              setIsOut(true);
            }}
          />
          <Recent desk={data} code={data.mine} begin={begin} />
        </>
      )}
    </main>
  );
}

type Begin = (start: Start) => void;

function OwnDue({ desk, begin }: { desk: Desk; begin: Begin }) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const { date } = useTimes();
  const sayPeriod = usePeriod();
  const owed = desk.communities.flatMap((community) => community.owed);
  return (
    <section aria-labelledby="owed">
      <h2 id="owed">{t('disclosures.owed')}</h2>
      {owed.length === 0 && <p className="hint">{t('disclosures.nothingOwed')}</p>}
      <ul className="agenda">
        {owed.map(({ item, period, dueOn, isOverdue }) => {
          const found = desk.items.find(({ code }) => code === item);
          return (
            <li key={`${item} ${period}`}>
              <strong>{found ? say(found.name) : item}</strong> <span className="number">{sayPeriod(period)}</span>{' '}
              <span className={isOverdue ? 'fault' : 'hint'}>
                {t(isOverdue ? 'disclosures.overdue' : 'disclosures.due')} ·{' '}
                {t('disclosures.dueBy', { day: date(dueOn) })}
              </span>
              {found && <p className="hint">{say(found.basis)}</p>}
              <p className="actions">
                <Button onClick={() => begin({ item, period, corrects: null })}>{t('disclosures.write')}</Button>
              </p>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function Recent({ desk, code, begin }: { desk: Desk; code: string; begin: Begin }) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const { day } = useTimes();
  const sayPeriod = usePeriod();
  const correct = (entry: DisclosureView) =>
    begin({ item: entry.item.code, period: entry.period, corrects: entry.id, words: entry.words, rows: entry.rows });
  return (
    <section aria-labelledby="recent">
      <h2 id="recent">{t('disclosures.recent')}</h2>
      {desk.entries.length === 0 && <Empty title={t('disclosures.none')} />}
      <ul className="agenda">
        {desk.entries.map((entry) => (
          <li key={entry.id}>
            <strong>{say(entry.item.name)}</strong> <span className="number">{sayPeriod(entry.period)}</span>{' '}
            <span className="hint">
              {day(entry.at) !== sayPeriod(entry.period) && day(entry.at)}{' '}
              {entry.corrects !== null && t('disclosures.wasCorrected')}
            </span>
            <p className="hint">{beginningOf(entry.words)}</p>
            <p className="actions">
              <a href={`/communities/${code}/disclosures/${entry.id}`}>{t('disclosures.see')}</a>{' '}
              <Button onClick={() => correct(entry)}>{t('disclosures.correct')}</Button>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

const BEGINNING = 60;

/** Tells two of the same day apart. */
function beginningOf(words: string): string {
  const line = [...words.replace(/\s+/g, ' ')];
  return line.length <= BEGINNING ? line.join('') : `${line.slice(0, BEGINNING).join('')}…`;
}

/** For whoever guides or supervises: which community owes what. No ranking: in the order of their codes. */
function Communities({ desk }: { desk: Desk }) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const { date } = useTimes();
  const sayPeriod = usePeriod();
  const nameOf = (code: string) => {
    const item = desk.items.find((one) => one.code === code);
    return item ? say(item.name) : code;
  };
  return (
    <div className="wide" tabIndex={0} role="group" aria-label={t('disclosures.owed')}>
      <table>
        <ColumnHeads heads={[t('disclosures.community'), t('disclosures.standing'), t('disclosures.item')]} />
        <tbody>
          {desk.communities.map(({ code, name, owed }) => {
            const late = owed.filter(({ isOverdue }) => isOverdue).length;
            return (
              <tr key={code}>
                <td>
                  <a href={`/communities/${code}/disclosures`}>{say(name)}</a>
                </td>
                <td>
                  {late > 0
                    ? t('disclosures.late', { count: late })
                    : owed.length > 0
                      ? t('disclosures.waiting', { count: owed.length })
                      : t('disclosures.clear')}
                </td>
                <td>
                  {owed.map(({ item, period, dueOn }) => (
                    <div key={`${item} ${period}`}>
                      {nameOf(item)} {sayPeriod(period)} · {t('disclosures.dueBy', { day: date(dueOn) })}
                    </div>
                  ))}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
