import { Document, Packer, type FileChild } from 'docx';
import { say } from '../../../platform/i18n/words.ts';
import { done, type Result } from '../../../platform/result.ts';
import type { Work } from '../../../platform/work.ts';
import { findDistrict } from '../../territory/index.ts';
import '../words/index.ts';
import type { ReportContent, ReportView } from '../contract/report.ts';
import { fixZipTimes } from '../rules/fixed-zip.ts';
import { KINDS_DRAWN, pictureOf } from './draw-charts.ts';
import { findReport } from './view-reports.ts';
import {
  bodyLine,
  emptyLine,
  headLine,
  noteLine,
  officialPage,
  picture,
  sheet,
  signLine,
  titleLine,
  underTitle,
} from './official-layout.ts';

const word = (key: string, values: Readonly<Record<string, unknown>> = {}): string =>
  say('insight', `report.${key}`, values).zh;
const flowParts = ['in', 'ended', 'missed', 'reopened'] as const;

/** A day as papers write it: 2026年11月16日. */
function sayDay(day: string, key = 'day'): string {
  const [year, month, date] = day.split('-').map(Number);
  return word(key, { year, month, day: date });
}
const signed = (n: number): string => (n > 0 ? `+${n}` : String(n));

/** What a report is called: `福洲社区群众诉求办理情况周报`. */
export const titleOf = ({ kind, name }: Pick<ReportView, 'kind' | 'name'>): string =>
  word('title', { name: name.zh, what: word(kind) });

/**
 * Writes a report as a Word document in the layout of offices (周报、月报文档), from what was kept of it: the same report gives the
 * same bytes.
 *
 * @param zone time zone of the district
 */
export async function writeReport(report: ReportView, zone: string): Promise<Buffer> {
  const { content } = report;
  const madeAt = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' }).format(
    new Date(report.madeAt),
  );
  const children: FileChild[] = [
    titleLine(titleOf(report)),
    underTitle(word('span', { from: sayDay(report.from), until: sayDay(report.until) })),
    ...(content.profile ? [bodyLine(content.profile.zh)] : []),
    ...(await flowPart(content)),
    ...partsPart(content),
    ...(await kindsPart(content)),
    headLine(word('heads.judged')),
    bodyLine(sayJudged(content)),
    ...mattersPart(report, zone),
    ...countedPart(content),
    noteLine(word('madeAt', { at: madeAt })),
    emptyLine(),
    signLine(content.office.zh),
    signLine(sayDay(madeAt.slice(0, 10))),
  ];
  const document = new Document({
    title: titleOf(report),
    evenAndOddHeaderAndFooters: true,
    sections: [{ ...officialPage, children }],
  });
  const packed = await Packer.toBuffer(document, undefined, [coreProperties(report)]);
  return fixZipTimes(packed);
}

/**
 * Finds a report and gives a way to write it (报告文档), to be called when the transaction is over: drawing takes a while.
 *
 * @returns a refusal: `report.not_found`
 */
export async function documentOf(
  work: Work,
  id: string,
): Promise<Result<{ write: () => Promise<{ name: string; bytes: Buffer }> }, 'report.not_found'>> {
  const found = await findReport(work, id);
  if (!found.ok) return found;
  const report = found.value;
  const zone = (await findDistrict(work))?.timeZone ?? 'Asia/Shanghai';
  const name = `${titleOf(report)}${report.from}`;
  return done({ write: async () => ({ name, bytes: await writeReport(report, zone) }) });
}

/** The library would write the hour of packing. */
function coreProperties({ kind, name, madeAt, content }: ReportView) {
  const at = `${madeAt.slice(0, 19)}Z`;
  const escape = (text: string) => text.replace(/[<>&]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  const by = escape(content.office.zh);
  const when = (what: string) => `<dcterms:${what} xsi:type="dcterms:W3CDTF">${at}</dcterms:${what}>`;
  const schemas = 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties';
  const data = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties xmlns:cp="${schemas}" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escape(titleOf({ kind, name }))}</dc:title><dc:creator>${by}</dc:creator><cp:lastModifiedBy>${by}</cp:lastModifiedBy>${when('created')}${when('modified')}</cp:coreProperties>`;
  return { path: 'docProps/core.xml', data };
}

const isBody = ({ reach }: ReportContent): boolean => reach.tier === 'body';
const inWord = (content: ReportContent): string => word(isBody(content) ? 'taken' : 'in');

async function flowPart(content: ReportContent): Promise<FileChild[]> {
  const { flow, before, openAtEnd, openBefore, ended } = content;
  const outcomes = Object.entries(ended)
    .toSorted(([, a], [, b]) => b - a)
    .map(([outcome, n]) => word('endedOne', { outcome: say('insight', `outcomes.${outcome || 'none'}`).zh, n }));
  const rows = [
    ...flowParts.map((of) => [of === 'in' ? inWord(content) : word(of), flow[of], before[of]] as const),
    [word('openAtEnd'), openAtEnd, openBefore] as const,
  ];
  return [
    headLine(word('heads.flow')),
    bodyLine(word('flowSaid', { ...flow, inWord: inWord(content), open: openAtEnd, openBefore })),
    ...(outcomes.length > 0
      ? [bodyLine(word('endedSaid', { ended: flow.ended, list: outcomes.join(word('comma')) }))]
      : []),
    sheet(
      [
        { head: word('measure'), share: 3 },
        { head: word('thisTime'), share: 2, isNumber: true },
        { head: word('timeBefore'), share: 2, isNumber: true },
        { head: word('change'), share: 2, isNumber: true },
      ],
      rows.map(([name, now, then]) => [name, String(now), String(then), signed(now - then)]),
    ),
    ...picture(await pictureOf(content, 'flow'), word('drawn.flow', { inWord: inWord(content) }), 1),
  ];
}

function partsPart({ parts, reach }: ReportContent): FileChild[] {
  const head = headLine(word('heads.parts'));
  if (parts.length === 0) return [head, bodyLine(word('partsNone'))];
  const own = say('insight', 'own').zh;
  return [
    head,
    bodyLine(word('partsSaid')),
    sheet(
      [
        { head: word('part'), share: 4 },
        ...flowParts.map((of) => ({
          head: word(reach.tier === 'body' && of === 'in' ? 'taken' : of),
          share: 2,
          isNumber: true,
        })),
        { head: word('openAtEnd'), share: 3, isNumber: true },
      ],
      parts.map((part) => [
        part.code === reach.area ? own : part.name.zh,
        ...flowParts.map((of) => String(part[of])),
        String(part.openAtEnd),
      ]),
    ),
  ];
}

async function kindsPart(content: ReportContent): Promise<FileChild[]> {
  const [most] = content.kinds;
  const head = headLine(word('heads.kinds'));
  if (!most || most.now === 0) return [head, bodyLine(word('kindsNone'))];
  return [
    head,
    bodyLine(word('kindsSaid', { ...most, name: most.name.zh })),
    ...picture(await pictureOf(content, 'kinds'), word('drawn.kinds'), 2),
    sheet(
      [
        { head: word('kind'), share: 4 },
        { head: word('thisTime'), share: 2, isNumber: true },
        { head: word('timeBefore'), share: 2, isNumber: true },
        { head: word('change'), share: 2, isNumber: true },
        { head: word('reopened'), share: 2, isNumber: true },
      ],
      content.kinds
        .slice(0, KINDS_DRAWN)
        .map(({ name, now, before, reopened }) => [
          name.zh,
          String(now),
          String(before),
          signed(now - before),
          String(reopened),
        ]),
    ),
  ];
}

function sayJudged({ judged }: ReportContent): string {
  const [m1 = 0, m2 = 0, m3 = 0, m4 = 0, m5 = 0] = judged.ratings;
  const { solved, partly, unsolved, notReached } = judged.visited;
  const visited = solved + partly + unsolved + notReached;
  const marks = { m1, m2, m3, m4, m5, rated: m1 + m2 + m3 + m4 + m5 };
  return word('judgedSaid', { answered: judged.answered, ...marks, ...judged.said, visited, unsolved, notReached });
}

function mattersPart({ content, titles }: ReportView, zone: string): FileChild[] {
  const head = headLine(word('heads.matters'));
  if (content.matters.length === 0) return [head, bodyLine(word('mattersNone'))];
  const dayOf = (at: string) =>
    new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' }).format(new Date(at));
  return [
    head,
    bodyLine(word('mattersSaid', content.mattersInAll)),
    sheet(
      [
        { head: word('number'), share: 6 },
        { head: word('what'), share: 7.4 },
        { head: word('holder'), share: 6 },
        { head: word('why'), share: 2.4 },
        { head: word('since'), share: 4.6 },
      ],
      content.matters.map(({ id, number, why, at, holder }) => [
        number,
        titles[id] ?? word('hidden'),
        holder.zh,
        word(`whys.${why}`),
        sayDay(dayOf(at), 'shortDay'),
      ]),
    ),
  ];
}

function countedPart(content: ReportContent): FileChild[] {
  const [came, late] = isBody(content) ? (['taken', 'overdueOfBody'] as const) : (['in', 'overdue'] as const);
  const parts = [came, 'ended', 'missed', 'reopened', 'openAtEnd', 'judged', late] as const;
  return [headLine(word('heads.counted')), ...parts.map((of) => noteLine(word(`counted.${of}`)))];
}
