import { ColumnHeads } from '../../../ui/console/column-heads.tsx';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { MatterNumber } from '../../access/console/index.ts';
import { useLanguage } from '../../../ui/console/language.ts';
import { Loading, PageNotLoaded } from '../../../ui/console/states.tsx';
import { useTimes } from '../../../ui/console/times.ts';
import type { ReportContent, ReportView } from '../contract/report.ts';
import { cache, call } from './api.ts';
import { Behind, HowCounted } from './figure.tsx';

/** One report (报告) as it was made: figures, charts, and the matters behind them that the reader may open. */
export function ReportPage({ id }: { id: string }) {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery({
    queryKey: cache.report(id),
    queryFn: () => call('GET /api/reports/:id', { params: { id } }),
  });
  if (error)
    return (
      <PageNotLoaded error={error} retry={refetch}>
        <Link to="/reports">{t('reports.title')}</Link>
      </PageNotLoaded>
    );
  return (
    <main id="main" className="overview report">
      {data ? <Report report={data} /> : <Loading />}
      <p>
        <Link to="/reports" search={data?.content.reach.area ? { area: data.content.reach.area } : {}}>
          {t('reports.title')}
        </Link>
      </p>
    </main>
  );
}

const flowParts = ['in', 'ended', 'missed', 'reopened'] as const;

function Report({ report }: { report: ReportView }) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const { moment, date } = useTimes();
  const { content, id, kind, from, until, madeAt, madeBy } = report;
  const isBody = content.reach.tier === 'body';
  const here = content.reach.area === null ? {} : { area: content.reach.area };
  const behind = (of: string) => ({ ...here, of, from, until });
  const nameOf = (of: (typeof flowParts)[number]) => t(`overview.flow.${isBody && of === 'in' ? 'taken' : of}`);
  return (
    <>
      <h1>{t(`reports.titles.${kind}`, { name: say(content.reach.name) })}</h1>
      <p>{t('overview.days', { from: date(from), until: date(until) })}</p>
      <p className="hint">{t('reports.made', { at: moment(madeAt), by: say(madeBy) })}</p>
      <p className="unprinted">
        <a href={`/api/reports/${id}/document`}>{t('reports.download')}</a>
      </p>
      {content.profile && <p>{say(content.profile)}</p>}
      <section aria-labelledby="report-flow">
        <h2 id="report-flow">{t('reports.flow')}</h2>
        <HowCounted>{t('reports.howOpenAtEnd')}</HowCounted>
        <Table
          caption={t('reports.flow')}
          heads={[t('reports.measure'), t('reports.thisTime'), t('reports.timeBefore'), t('reports.change')]}
          rows={[
            ...flowParts.map((of) => ({
              name: nameOf(of),
              now: content.flow[of],
              earlier: content.before[of],
              // The figure is of when the report was made; its list is of now.
              shown: (
                <Behind
                  key={of}
                  n={content.flow[of]}
                  search={behind(isBody && of === 'in' ? 'taken' : of)}
                  label={nameOf(of)}
                />
              ),
            })),
            {
              name: t('reports.openAtEnd'),
              now: content.openAtEnd,
              earlier: content.openBefore,
              shown: content.openAtEnd,
            },
          ].map(({ name, now, earlier, shown }) => ({
            key: name,
            cells: [name, shown, earlier, signed(now - earlier)],
          }))}
        />
        <Endings ended={content.ended} />
        <ReportChart id={id} chart="flow" />
      </section>
      {content.parts.length > 0 && (
        <section aria-labelledby="report-parts">
          <h2 id="report-parts">{t('reports.parts')}</h2>
          <p className="hint">{t('reports.partsAbout')}</p>
          <Table
            caption={t('reports.parts')}
            heads={[t('overview.part'), ...flowParts.map(nameOf), t('reports.openAtEnd')]}
            rows={content.parts.map((part) => ({
              key: part.code,
              cells: [
                part.code === content.reach.area ? t('overview.own') : say(part.name),
                ...flowParts.map((of) => part[of]),
                part.openAtEnd,
              ],
            }))}
          />
        </section>
      )}
      {content.kinds.length > 0 && (
        <section aria-labelledby="report-kinds">
          <h2 id="report-kinds">{t('reports.kindsTitle')}</h2>
          <ReportChart id={id} chart="kinds" />
          <Table
            caption={t('reports.kindsTitle')}
            heads={[t('overview.kind'), t('reports.thisTime'), t('reports.timeBefore'), t('overview.flow.reopened')]}
            rows={content.kinds.map(({ subject, name, now, before, reopened }) => ({
              key: subject,
              cells: [say(name), now, before, reopened],
            }))}
          />
        </section>
      )}
      <Judged judged={content.judged} />
      <Matters report={report} />
      <p className="hint">{t('reports.counted')}</p>
    </>
  );
}

const signed = (n: number): string => (n > 0 ? `+${n}` : String(n));

/** Drawn by the server from the same figures as in the document; the table beside it says them in words. */
function ReportChart({ id, chart }: { id: string; chart: 'flow' | 'kinds' }) {
  return <img className="report-chart" src={`/api/reports/${id}/charts/${chart}`} alt="" />;
}

function Endings({ ended }: { ended: ReportContent['ended'] }) {
  const { t } = useTranslation();
  const all = Object.entries(ended).toSorted(([, a], [, b]) => b - a);
  if (all.length === 0) return null;
  const said = all.map(([outcome, n]) => t('reports.ending', { outcome: t(`outcome.${outcome}`), n }));
  return <p>{t('reports.endings', { list: said.join(t('semicolon')) })}</p>;
}

function Judged({ judged }: Pick<ReportContent, 'judged'>) {
  const { t } = useTranslation();
  const { ratings, said, visited } = judged;
  const groups = [
    { name: t('overview.judgedBy.said'), all: Object.entries(said).map(([key, n]) => [`said_${key}`, n] as const) },
    { name: t('overview.judgedBy.rated'), all: ratings.map((n, i) => [`mark_${i + 1}`, n] as const).toReversed() },
    {
      name: t('overview.judgedBy.visited'),
      all: Object.entries(visited).map(([key, n]) => [`visit_${key}`, n] as const),
    },
  ];
  return (
    <section aria-labelledby="report-judged">
      <h2 id="report-judged">{t('overview.judged')}</h2>
      <dl className="facts">
        {groups.map(({ name, all }) => (
          <div key={name} className="report-judged">
            <dt>{name}</dt>
            <dd>
              {all
                .map(([key, n]) => t('reports.ending', { outcome: t(`overview.judgedAs.${key}`), n }))
                .join(t('comma'))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Matters({ report: { content, titles } }: { report: ReportView }) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const { day } = useTimes();
  const { matters, mattersInAll } = content;
  return (
    <section aria-labelledby="report-matters">
      <h2 id="report-matters">{t('reports.matters')}</h2>
      <p>{matters.length === 0 ? t('reports.noMatters') : t('reports.mattersAbout', mattersInAll)}</p>
      {matters.length > 0 && (
        <Table
          caption={t('reports.matters')}
          heads={[t('behind.number'), t('behind.what'), t('behind.holder'), t('reports.why'), t('reports.since')]}
          rows={matters.map(({ id, number, why, at, holder }) => ({
            key: `${why} ${id}`,
            cells: [
              titles[id] === undefined ? number : <MatterNumber key={id} id={id} number={number} />,
              titles[id] ?? t('reports.hidden'),
              say(holder),
              t(`reports.whys.${why}`),
              day(at),
            ],
          }))}
        />
      )}
    </section>
  );
}

type TableProps = {
  readonly caption: string;
  readonly heads: readonly string[];
  readonly rows: readonly { readonly key: string; readonly cells: readonly React.ReactNode[] }[];
};

function Table({ caption, heads, rows }: TableProps) {
  return (
    <div className="wide" tabIndex={0} role="group" aria-label={caption}>
      <table>
        <ColumnHeads heads={heads} />
        <tbody>
          {rows.map(({ key, cells: [first, ...rest] }) => (
            <tr key={key}>
              <th scope="row">{first}</th>
              {rest.map((cell, i) => (
                // oxlint-disable-next-line react/no-array-index-key
                <td key={i}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
