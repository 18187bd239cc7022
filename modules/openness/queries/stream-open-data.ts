import { sql } from 'kysely';
import { say } from '../../../platform/i18n/words.ts';
import { areaScope } from '../../../platform/work.ts';
import type { Context } from '../../../platform/http/context.ts';
import { listAreas } from '../../territory/index.ts';
import '../words/index.ts';
import { outcomes, requestColumns, type Figures } from '../contract/open-data.ts';
import type { Period } from '../rules/read-period.ts';
import { writeLine } from '../rules/write-csv.ts';
import { countFigures, noFigures } from './count-figures.ts';
import { listPublicRows, type PublicFacts } from './list-public-rows.ts';

const PAGE = 1000;
const byteOrderMark = '\u{FEFF}';

export type OpenDataAsk = {
  readonly area: string;
  readonly period: Period;
  /** Begins with a byte order mark, by which Excel knows that it is UTF-8. */
  readonly forExcel?: boolean;
};
type Ways = Pick<Context, 'as'>;

/** Public requests of an area and period, newest first; a page at a time, each in a transaction of its own. */
async function* pagesOf({ as }: Ways, { area, period }: OpenDataAsk): AsyncGenerator<PublicFacts[]> {
  const raised = sql`m.opened_at >= ${period.begins} and m.opened_at < ${period.ends}`;
  let last: PublicFacts | undefined;
  do {
    const after = last ? [sql`(m.opened_at, m.id) < (${last.openedAt}::timestamptz, ${last.matterId}::uuid)`] : [];
    const rows: PublicFacts[] = await as({ kind: 'public' }, areaScope(area), (work) =>
      listPublicRows(work, [raised, ...after], { limit: PAGE }),
    );
    if (rows.length > 0) yield rows;
    last = rows.length === PAGE ? rows.at(-1) : undefined;
  } while (last);
}

const iso = (instant: Date | null): string | null => instant?.toISOString() ?? null;
const cellsOf = (row: PublicFacts): (string | number | null)[] => [
  row.number,
  row.category,
  say('requests', `categories.${row.category}`).zh,
  row.communityCode,
  row.communityZh,
  row.subdistrictZh,
  iso(row.openedAt),
  iso(row.answeredAt),
  iso(row.updatedAt),
  iso(row.dueAt),
  row.stage,
  row.state,
  row.outcome,
  row.title,
  row.body,
  row.answer,
  row.rating,
  row.lat,
  row.long,
];

/** Writes masked requests as CSV (开放数据), a page at a time. */
export async function* streamCsv(ways: Ways, ask: OpenDataAsk): AsyncGenerator<string> {
  yield `${ask.forExcel ? byteOrderMark : ''}${writeLine(requestColumns.map(({ name }) => name))}`;
  for await (const rows of pagesOf(ways, ask)) yield rows.map((row) => writeLine(cellsOf(row))).join('');
}

/** Writes masked requests as GeoJSON (RFC 7946), a page at a time; a request whose place is not on a map has no geometry. */
export async function* streamGeoJson(ways: Ways, ask: OpenDataAsk): AsyncGenerator<string> {
  yield '{"type":"FeatureCollection","features":[\n';
  let comma = '';
  for await (const rows of pagesOf(ways, ask)) {
    yield comma + rows.map((row) => JSON.stringify(featureOf(row))).join(',\n');
    comma = ',\n';
  }
  yield '\n]}\n';
}

function featureOf(row: PublicFacts) {
  const cells = cellsOf(row);
  const named = requestColumns.map(({ name }, index) => [name, cells[index]]);
  return {
    type: 'Feature',
    id: row.number,
    geometry: row.lat === null || row.long === null ? null : { type: 'Point', coordinates: [row.long, row.lat] },
    properties: Object.fromEntries(named.filter(([name]) => name !== 'lat' && name !== 'long')),
  };
}

export const figureNames = [
  'received',
  'open',
  'answered',
  ...outcomes.map((outcome) => (outcome === 'answered' ? 'answered_record' : outcome)),
  'in_time',
  'late',
  'mark1',
  'mark2',
  'mark3',
  'mark4',
  'mark5',
  'median_days',
];

/** Writes the figures of each community as CSV (社区数字), in the order of their codes. */
export async function* streamFigures({ as }: Ways, { area, period, forExcel }: OpenDataAsk): AsyncGenerator<string> {
  const { communities, figures } = await as({ kind: 'public' }, areaScope(area), async (work) => ({
    communities: await listAreas(work, { kind: 'community' }),
    figures: await countFigures(work, { area, period }, 'community'),
  }));
  const head = ['community_code', 'community', 'from', 'until', ...figureNames];
  yield `${forExcel ? byteOrderMark : ''}${writeLine(head)}`;
  for (const { code, nameZh } of communities)
    if (code.startsWith(area))
      yield writeLine([code, nameZh, period.from, period.until, ...numbersOf(figures.get(code) ?? noFigures)]);
}

const numbersOf = (f: Figures): (number | null)[] => [
  f.received.n,
  f.open.n,
  f.answered.n,
  ...outcomes.map((outcome) => f.settled[outcome].n),
  f.inTime,
  f.late,
  ...f.ratings,
  f.medianDays,
];
