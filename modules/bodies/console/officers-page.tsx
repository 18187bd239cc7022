import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { ColumnHeads } from '../../../ui/console/column-heads.tsx';
import { useLanguage } from '../../../ui/console/language.ts';
import { Empty, LoadFailed, Loading } from '../../../ui/console/states.tsx';
import { useTimes } from '../../../ui/console/times.ts';
import { officerStates } from '../contract/officer-states.ts';
import type { HolderView, OfficerRow } from '../contract/views.ts';
import { call } from './bodies-api.ts';

/** Which body has an information officer (信息员名录), which has none, who stands in, and whom to call there today; gaps first. */
export function OfficersPage() {
  const { t } = useTranslation();
  const { data, isPending, isError, error, refetch } = useQuery({
    queryKey: ['bodies', 'officers'],
    queryFn: () => call('GET /api/information-officers'),
  });
  return (
    <main id="main" className="reading">
      <h1>{t('officers.title')}</h1>
      <p className="hint">{t('officers.about')}</p>
      {isPending && <Loading />}
      {isError && <LoadFailed error={error} retry={refetch} />}
      {data && data.rows.length === 0 && <Empty title={t('officers.nobody')} />}
      {data && data.rows.length > 0 && (
        <div className="wide">
          <table>
            <caption className="hint">{sayCounts(t, data.rows)}</caption>
            <ColumnHeads heads={[t('officers.body'), t('officers.state'), t('officers.officer'), t('officers.call')]} />
            <tbody>
              {[...data.rows].sort(byGap).map((row) => (
                <Row key={row.bodyId} row={row} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </main>
  );
}

/** Where nobody is named first, then where somebody stands in; the order of the areas within. */
const urgency = ['missing', 'vacant', 'stoodInFor', 'here'] as const satisfies OfficerRow['state'][];
const byGap = (one: OfficerRow, other: OfficerRow): number => urgency.indexOf(one.state) - urgency.indexOf(other.state);

function sayCounts(t: TFunction, rows: readonly OfficerRow[]): string {
  const parts = officerStates.map((state) => {
    const count = rows.filter((row) => row.state === state).length;
    return t(`officers.counts.${state}`, { count });
  });
  return [t('officers.of', { count: rows.length }), ...parts].join(' · ');
}

function Row({ row: { bodyId, body, kind, state, officer, call: whom } }: { row: OfficerRow }) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const isGap = state === 'missing' || state === 'vacant';
  return (
    <tr>
      <th scope="row">
        <Link to="/manage/bodies/$id" params={{ id: bodyId }}>
          {say(body)}
        </Link>{' '}
        <span className="hint">{say(kind)}</span>
      </th>
      <td className={isGap ? 'vacant' : ''}>{t(`officers.states.${state}`)}</td>
      <td>{officer?.person ? say(officer.person) : '—'}</td>
      <td>{whom ? <Called whom={whom} isHead={isGap} /> : <span className="vacant">{t('officers.nobody')}</span>}</td>
    </tr>
  );
}

/** Whoever stands in is called in place of the holder. */
function Called({ whom: { person, post, phone, standIn }, isHead }: { whom: HolderView; isHead: boolean }) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const { date } = useTimes();
  const called = standIn?.person ?? person;
  return (
    <>
      <strong>{called && say(called)}</strong>
      {isHead && ` · ${say(post)}`}
      {phone && <span className="number"> {phone}</span>}
      {standIn && <span className="hint"> {t('officers.until', { day: date(standIn.untilOn) })}</span>}
    </>
  );
}
