import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { clientOf } from '../../../ui/console/api.ts';
import { useLanguage } from '../../../ui/console/language.ts';
import { LoadFailed } from '../../../ui/console/states.tsx';
import { useTimes } from '../../../ui/console/times.ts';
import type { besideRoutes, BesideView } from '../contract/beside.ts';

const call = clientOf<typeof besideRoutes>();
type Row = BesideView['person'][number];

/** What lies beside a request: this place before, this person now, likely the same thing; only what the reader may open. */
export function BesideCard({ matterId }: { matterId: string }) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const { data, isError, error, refetch } = useQuery({
    queryKey: ['matters', 'beside', matterId],
    queryFn: () => call('GET /api/requests/:id/beside', { params: { id: matterId } }),
  });
  if (isError) return <LoadFailed error={error} retry={refetch} />;
  if (!data) return null;
  return (
    <div className="beside unprinted">
      {data.alike.length > 0 && (
        <section aria-labelledby="alike">
          <h2 id="alike">{t('beside.alike')}</h2>
          <ul>
            {data.alike.map((row) => (
              <Line
                key={row.id}
                row={row}
                about={row.reasons.map((reason) => t(`beside.reason.${reason}`)).join(t('comma'))}
              >
                {row.mayMerge && (
                  <Link
                    to="/matters/$id"
                    params={{ id: matterId }}
                    search={{ step: 'markDuplicate', into: row.number }}
                    replace
                  >
                    {t('beside.merge')}
                  </Link>
                )}
              </Line>
            ))}
          </ul>
        </section>
      )}
      <section aria-labelledby="place-before">
        <h2 id="place-before">{t('beside.place')}</h2>
        {data.place.length === 0 && <p className="hint">{t('beside.placeNone')}</p>}
        <ul>
          {data.place.map((row) => (
            <Line key={row.id} row={row} about={t(`beside.near.${row.near}`)} />
          ))}
        </ul>
        {data.inGrid > data.place.length && <p className="hint">{t('beside.inGrid', { count: data.inGrid })}</p>}
      </section>
      <section aria-labelledby="person-now">
        <h2 id="person-now">{t('beside.person')}</h2>
        {data.withheld && <p className="hint">{say(data.withheld.message)}</p>}
        {!data.withheld && data.person.length === 0 && <p className="hint">{t('beside.personNone')}</p>}
        <ul>
          {data.person.map((row) => (
            <Line key={row.id} row={row} about="" />
          ))}
        </ul>
      </section>
    </div>
  );
}

function Line({ row, about, children }: { row: Row; about: string; children?: ReactNode }) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const { day } = useTimes();
  return (
    <li>
      <Link to="/matters/$id" params={{ id: row.id }}>
        {row.title}
      </Link>
      <span className="hint">
        {row.place} · {row.outcome === null ? say(row.stateName) : t(`outcome.${row.outcome}`)} · {day(row.openedAt)}
        {about !== '' && ` · ${about}`}
      </span>
      {children}
    </li>
  );
}
