import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { alongTime } from '../../../ui/charts/options.ts';
import { ColumnHeads } from '../../../ui/console/column-heads.tsx';
import { Chart } from '../../../ui/console/chart.tsx';
import type { JudgedView, OverviewView } from '../contract/views.ts';
import { Behind, HowCounted } from './figure.tsx';
import type { BehindSearch } from './searches.ts';

type View = { readonly view: OverviewView };
const shortDay = (day: string): string => `${Number(day.slice(5, 7))}.${Number(day.slice(8))}`;
const screenFont = "system-ui, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans SC', sans-serif";

/** In, ended, over a limit, opened again, week by week. */
export function FlowPart({ view: { reach, weeks } }: View) {
  const { t } = useTranslation();
  const isBody = reach.tier === 'body';
  const inOf = isBody ? 'taken' : 'in';
  const here = reach.area === null ? {} : { area: reach.area };
  const columns = [inOf, 'ended', 'missed', 'reopened'] as const;
  const names = columns.map((of) => t(`overview.flow.${of}`)).join();
  const option = useMemo(() => {
    const [inName = '', ended = '', missed = ''] = names.split(',');
    const series = [
      { name: inName, values: weeks.map((week) => week.in), as: 'bar' as const },
      { name: ended, values: weeks.map((week) => week.ended), as: 'bar' as const },
      { name: missed, values: weeks.map((week) => week.missed), as: 'line' as const },
    ];
    return alongTime(
      { labels: weeks.map(({ from }) => shortDay(from)), series },
      { theme: 'paper', fontSize: 13, fontFamily: screenFont },
    );
  }, [weeks, names]);
  return (
    <section className="overview-wide" aria-labelledby="flow">
      <h2 id="flow">{t('overview.flowTitle')}</h2>
      <HowCounted>{t(isBody ? 'overview.counted.flowOfBody' : 'overview.counted.flow')}</HowCounted>
      <Chart title={t('overview.flowAbout')} option={option} height={260}>
        <table>
          <ColumnHeads heads={[t('overview.week'), ...columns.map((of) => t(`overview.flow.${of}`))]} />
          <tbody>
            {weeks.map((week) => (
              <tr key={week.from}>
                <th scope="row">{t('overview.days', { from: shortDay(week.from), until: shortDay(week.until) })}</th>
                {columns.map((of) => (
                  <td key={of}>
                    <Behind
                      n={of === 'taken' ? week.in : week[of]}
                      search={{ ...here, of, from: week.from, until: week.until }}
                      label={t(`overview.flow.${of}`)}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Chart>
    </section>
  );
}

/** How residents judged, as they said it themselves; "ended" is never "solved". */
export function JudgedPart({ view: { reach, judged, lately } }: View) {
  const { t } = useTranslation();
  const span = { from: lately.from, until: lately.until };
  const here: BehindSearch = { ...(reach.area === null ? {} : { area: reach.area }), ...span };
  return (
    <section aria-labelledby="judged">
      <h2 id="judged">{t('overview.judged')}</h2>
      <p className="hint">{t('overview.days', { from: shortDay(span.from), until: shortDay(span.until) })}</p>
      <HowCounted>{t('overview.counted.judged')}</HowCounted>
      {linesOf(judged).map(({ group, lines }) => (
        <Lines
          key={group}
          title={t(`overview.judgedBy.${group}`)}
          lines={lines.map(({ key, n, search }) => ({
            key,
            n,
            name: t(`overview.judgedAs.${key}`),
            search: { ...here, ...search },
          }))}
        />
      ))}
      <dl className="facts">
        <dt>{t('overview.flow.answered')}</dt>
        <dd>
          <Behind n={judged.answered} search={{ ...here, of: 'answered' }} label={t('overview.flow.answered')} />
        </dd>
        <dt>{t('overview.flow.reopened')}</dt>
        <dd>
          <Behind n={judged.reopened} search={{ ...here, of: 'reopened' }} label={t('overview.flow.reopened')} />
          <HowCounted>{t('overview.counted.reopened')}</HowCounted>
        </dd>
      </dl>
    </section>
  );
}

const linesOf = ({ said, ratings, visited }: JudgedView) => [
  {
    group: 'said',
    lines: (['yes', 'partly', 'no'] as const).map((detail) => ({
      key: `said_${detail}`,
      n: said[detail],
      search: { of: 'said', detail },
    })),
  },
  {
    group: 'rated',
    lines: [5, 4, 3, 2, 1].map((mark) => ({
      key: `mark_${mark}`,
      n: ratings[mark - 1] ?? 0,
      search: { of: 'rated', detail: String(mark) },
    })),
  },
  {
    group: 'visited',
    lines: (['solved', 'partly', 'unsolved', 'notReached'] as const).map((detail) => ({
      key: `visit_${detail}`,
      n: visited[detail],
      search: { of: 'visited', detail },
    })),
  },
];

type Line = { readonly key: string; readonly name: string; readonly n: number; readonly search: BehindSearch };

/** Bars of the page's own: a few named amounts, each with its number. */
function Lines({ title, lines }: { title: string; lines: readonly Line[] }) {
  const { t } = useTranslation();
  const all = lines.reduce((sum, { n }) => sum + n, 0);
  const most = Math.max(1, ...lines.map(({ n }) => n));
  return (
    <>
      <h3>{t('overview.ofAll', { title, n: all })}</h3>
      <ul className="bars">
        {lines.map(({ key, name, n, search }) => (
          <li key={key}>
            <span>{name}</span>
            <span className="bar" aria-hidden="true">
              <i style={{ width: `${(n / most) * 100}%` }} />
            </span>
            <Behind n={n} search={search} label={name} />
          </li>
        ))}
      </ul>
    </>
  );
}
