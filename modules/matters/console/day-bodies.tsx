import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ColumnHeads } from '../../../ui/console/column-heads.tsx';
import { useLanguage } from '../../../ui/console/language.ts';
import { LoadFailed } from '../../../ui/console/states.tsx';
import { useTimes } from '../../../ui/console/times.ts';
import { cache, LOOK_AGAIN_MS } from './cache.ts';
import { callDay } from './desk-work-api.ts';

/** Which bodies of my area closed their day (各单位日清), in the order of their areas; bodies, never people. */
export function DayBodies() {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const { moment } = useTimes();
  const { data, isError, error, refetch } = useQuery({
    queryKey: cache.dayBodies,
    queryFn: () => callDay('GET /api/day/bodies'),
    refetchInterval: LOOK_AGAIN_MS,
  });
  if (isError && !data) return <LoadFailed error={error} retry={refetch} />;
  const bodies = data?.bodies ?? [];
  if (bodies.length < 2) return null;
  const closed = bodies.filter((body) => body.closed !== null).length;
  return (
    <section aria-labelledby="day-bodies" className="day-bodies">
      <h2 id="day-bodies">{t('day.bodies', { closed, count: bodies.length })}</h2>
      <p className="hint">{t('day.bodiesHow')}</p>
      <div className="wide">
        <table>
          <ColumnHeads heads={[t('day.body'), t('day.openNow'), t('day.closedAt')]} />
          <tbody>
            {bodies.map((body) => (
              <tr key={body.id}>
                <th scope="row">
                  <Link to="/day" search={{ body: body.id }}>
                    {say(body.name)}
                  </Link>
                </th>
                <td>{body.open}</td>
                <td>
                  {body.closed
                    ? t('day.bodyClosed', { at: moment(body.closed.at), count: body.closed.stayed })
                    : t('day.bodyOpen')}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
