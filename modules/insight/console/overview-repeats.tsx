import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { sideBySide } from '../../../ui/charts/options.ts';
import { ColumnHeads } from '../../../ui/console/column-heads.tsx';
import { Chart } from '../../../ui/console/chart.tsx';
import { MatterNumber } from '../../access/console/index.ts';
import { useLanguage } from '../../../ui/console/language.ts';
import { useTimes } from '../../../ui/console/times.ts';
import type { OverviewView } from '../contract/views.ts';
import { Behind, HowCounted } from './figure.tsx';

type View = { readonly view: OverviewView };
const DRAWN = 8;
const screenFont = "system-ui, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans SC', sans-serif";

/** What comes again and again, by kind: these four weeks beside the four before. */
export function KindsPart({ view: { reach, kinds, lately } }: View) {
  const { t } = useTranslation();
  const { say, language } = useLanguage();
  const words = `${t('overview.lately')},${t('overview.before')}`;
  const option = useMemo(() => {
    const [now = '', before = ''] = words.split(',');
    const drawn = kinds.slice(0, DRAWN);
    return sideBySide(
      {
        labels: drawn.map(({ name }) => name[language]),
        series: [
          { name: now, values: drawn.map((kind) => kind.now), as: 'bar' },
          { name: before, values: drawn.map((kind) => kind.before), as: 'bar' },
        ],
      },
      { theme: 'paper', fontSize: 13, fontFamily: screenFont },
    );
  }, [kinds, language, words]);
  if (kinds.length === 0) return null;
  const here = reach.area === null ? {} : { area: reach.area };
  const of = reach.tier === 'body' ? 'taken' : 'in';
  const span = { from: lately.from, until: lately.until };
  return (
    <section aria-labelledby="kinds">
      <h2 id="kinds">{t('overview.kinds')}</h2>
      <HowCounted>{t('overview.counted.kinds')}</HowCounted>
      <Chart title={t('overview.kindsAbout')} option={option} height={70 + 44 * Math.min(DRAWN, kinds.length)}>
        <table>
          <ColumnHeads
            heads={[t('overview.kind'), t('overview.lately'), t('overview.before'), t('overview.flow.reopened')]}
          />
          <tbody>
            {kinds.map(({ subject, name, now, before, reopened }) => {
              const search = { ...here, procedure: 'resident-request', subject };
              // What is of no kind cannot be asked for by its kind.
              const open = (n: number, more: object) =>
                subject === '' ? n : <Behind n={n} search={{ ...search, ...more }} label={say(name)} />;
              return (
                <tr key={subject}>
                  <th scope="row">{say(name)}</th>
                  <td>{open(now, { of, ...span })}</td>
                  <td>{before}</td>
                  <td>{open(reopened, { of: 'reopened', ...span })}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </Chart>
    </section>
  );
}

/** The same kind at the same place, as often as the district chose or more: each place opens to its matters. */
export function RepeatsPart({ view: { repeats, repeatsFrom: from, repeatsWithin: days } }: View) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const { day } = useTimes();
  return (
    <section aria-labelledby="repeats">
      <h2 id="repeats">{t('overview.repeats')}</h2>
      <HowCounted>{t('overview.counted.repeats', { from, days })}</HowCounted>
      {repeats.length === 0 && <p>{t('overview.noRepeats', { from, days })}</p>}
      <ul className="repeats">
        {repeats.map(({ place, area, kind, n, open, firstAt, matters }) => (
          <li key={`${place} ${kind.zh} ${firstAt}`}>
            <details>
              <summary>
                {t('overview.repeat', {
                  place: area ? `${say(area)} ${place}` : place,
                  kind: say(kind),
                  n,
                  open,
                  since: day(firstAt),
                })}
              </summary>
              <ul>
                {matters.map(({ id, number, openedAt }) => (
                  <li key={id}>
                    <MatterNumber id={id} number={number} /> {day(openedAt)}
                  </li>
                ))}
              </ul>
            </details>
          </li>
        ))}
      </ul>
    </section>
  );
}
