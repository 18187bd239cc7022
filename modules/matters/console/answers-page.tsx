import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ColumnHeads } from '../../../ui/console/column-heads.tsx';
import { useLanguage } from '../../../ui/console/language.ts';
import { LoadFailed, Loading } from '../../../ui/console/states.tsx';
import { call } from './api.ts';
import { cache } from './cache.ts';

/** How matters of my area were answered (答复统计): the first answer beside the one that stands, and what nobody holds. */
export function AnswersPage() {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const [id, choose] = useState('resident-request');
  const { data: list } = useQuery({ queryKey: cache.procedures, queryFn: () => call('GET /api/procedures') });
  const { data, isPending, isError, error, refetch } = useQuery({
    queryKey: cache.answers(id),
    queryFn: () => call('GET /api/procedures/:id/answers', { params: { id } }),
  });
  return (
    <main id="main" className="reading">
      <h1>{t('answers.title')}</h1>
      <p>{t('answers.about')}</p>
      <Select
        aria-label={t('answers.procedure')}
        value={id}
        onChange={choose}
        popupMatchSelectWidth={false}
        options={(list?.procedures ?? []).map((one) => ({ value: one.id, label: say(one.name) }))}
      />
      {isPending && <Loading />}
      {isError && <LoadFailed error={error} retry={refetch} />}
      {data && (
        <>
          <dl className="facts">
            <dt>{t('answers.answered')}</dt>
            <dd>{t('answers.answeredCount', { count: data.answered })}</dd>
            <dt>{t('answers.reopened')}</dt>
            <dd>{t('answers.reopenedTimes', { reopened: data.reopened, reopenings: data.reopenings })}</dd>
          </dl>
          {data.outcomes.length > 0 && (
            <div className="wide">
              <Outcomes outcomes={data.outcomes} />
            </div>
          )}
          <h2>{t('answers.unheld')}</h2>
          {data.unheld.length === 0 && <p>{t('answers.allHeld')}</p>}
          <ul>
            {data.unheld.map(({ matterId, number, why }) => (
              <li key={matterId}>
                <Link to="/matters/$id" params={{ id: matterId }}>
                  {number}
                </Link>{' '}
                {t(`answers.why.${why}`)}
              </li>
            ))}
          </ul>
        </>
      )}
    </main>
  );
}

type Outcome = { readonly outcome: string; readonly first: number; readonly final: number };

function Outcomes({ outcomes }: { outcomes: readonly Outcome[] }) {
  const { t } = useTranslation();
  return (
    <table>
      <ColumnHeads heads={[t('answers.outcome'), t('answers.first'), t('answers.final')]} />
      <tbody>
        {outcomes.map(({ outcome, first, final }) => (
          <tr key={outcome}>
            <th scope="row">{t(`outcome.${outcome}`)}</th>
            <td>{first}</td>
            <td>{final}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
