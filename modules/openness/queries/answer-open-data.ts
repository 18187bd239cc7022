import type { Context } from '../../../platform/http/context.ts';
import { done, refuse, type Result } from '../../../platform/result.ts';
import { areaScope, noScope } from '../../../platform/work.ts';
import { findArea, findDistrict } from '../../territory/index.ts';
import type { Figures } from '../contract/open-data.ts';
import type { WhereWhen } from '../contract/where.ts';
import { readPeriod, type Period } from '../rules/read-period.ts';
import { countFigures, noFigures } from './count-figures.ts';
import { streamCsv, streamFigures, streamGeoJson } from './stream-open-data.ts';

type Ways = Pick<Context, 'as' | 'districtId' | 'now'>;
type AreaRefusal = 'area.not_found' | 'period.bad_day' | 'period.backwards';
const everyone = { kind: 'public' } as const;

/** Reads an area and a period by the clock of the district; refuses what is none. */
async function readWhereWhen(
  { as, districtId, now }: Ways,
  { area = '', from, until }: WhereWhen,
): Promise<Result<{ area: string; period: Period }, AreaRefusal>> {
  const code = area === '' ? String(districtId) : area;
  const known = await as(everyone, noScope, async (work) => ({
    zone: (await findDistrict(work))?.timeZone ?? 'Asia/Shanghai',
    area: await findArea(work, code),
  }));
  if (!known.area) return refuse('area.not_found');
  const period = readPeriod({ from, until }, now, known.zone);
  return period.ok ? done({ area: code, period: period.value }) : period;
}

/**
 * Gets the figures of an area and period (社区数字), with the period they are of.
 *
 * @returns figures; or a refusal: `area.not_found`, `period.bad_day`, `period.backwards`
 */
export async function getFigures(
  ways: Ways,
  ask: WhereWhen,
): Promise<Result<{ figures: Figures; from: string; until: string; at: string }, AreaRefusal>> {
  const read = await readWhereWhen(ways, ask);
  if (!read.ok) return read;
  const { area, period } = read.value;
  const counted = await ways.as(everyone, areaScope(area), (work) => countFigures(work, { area, period }));
  const { from, until } = period;
  return done({ figures: counted.get('') ?? noFigures, from, until, at: ways.now.toISOString() });
}

/** Reads the days of a question (时段), without counting anything; refuses as {@link getFigures}. */
export async function getDays(
  ways: Ways,
  ask: WhereWhen,
): Promise<Result<{ from: string; until: string }, AreaRefusal>> {
  const read = await readWhereWhen(ways, ask);
  return read.ok ? done({ from: read.value.period.from, until: read.value.period.until }) : read;
}

const streams = {
  'requests.csv': streamCsv,
  'requests.geojson': streamGeoJson,
  'figures.csv': streamFigures,
} as const;
export type OpenFile = keyof typeof streams;

/**
 * Opens one file of open data (开放数据) as a stream that holds one page of rows at a time.
 *
 * @returns the stream; or a refusal: `area.not_found`, `period.bad_day`, `period.backwards`
 */
export async function openFile(
  ways: Ways,
  file: OpenFile,
  ask: WhereWhen & { readonly forExcel: boolean },
): Promise<Result<AsyncGenerator<string>, AreaRefusal>> {
  const read = await readWhereWhen(ways, ask);
  if (!read.ok) return read;
  return done(streams[file](ways, { ...read.value, forExcel: ask.forExcel }));
}
