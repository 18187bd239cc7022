import { svgToPng, drawingFont } from '../../../platform/charts/svg-to-png.ts';
import { say } from '../../../platform/i18n/words.ts';
import { drawSvg } from '../../../ui/charts/engine.ts';
import { alongTime, sideBySide } from '../../../ui/charts/options.ts';
import '../words/index.ts';
import type { ReportContent } from '../contract/report.ts';

export type ReportChart = 'flow' | 'kinds';
export const KINDS_DRAWN = 8;
const manner = { theme: 'paper', fontSize: 15, fontFamily: drawingFont } as const;
const word = (key: string): string => say('insight', `report.${key}`).zh;

/** Draws a chart of a report (报告图表) from its figures, as SVG; the same figures give the same drawing. */
export function drawReportChart(content: ReportContent, chart: ReportChart): string {
  if (chart === 'flow') {
    const { days } = content;
    const series = (['in', 'ended', 'missed'] as const).map((of) => ({
      name: word(of === 'in' && content.reach.tier === 'body' ? 'taken' : of),
      values: days.map((day) => day[of]),
      as: of === 'missed' ? ('line' as const) : ('bar' as const),
    }));
    const labels = days.map(({ day }) => `${Number(day.slice(5, 7))}.${Number(day.slice(8))}`);
    return drawSvg(alongTime({ labels, series }, manner), { width: 800, height: 300 });
  }
  const kinds = content.kinds.slice(0, KINDS_DRAWN);
  const series = [
    { name: word('thisTime'), values: kinds.map(({ now }) => now), as: 'bar' as const },
    { name: word('timeBefore'), values: kinds.map(({ before }) => before), as: 'bar' as const },
  ];
  const labels = kinds.map(({ name }) => name.zh);
  return drawSvg(sideBySide({ labels, series }, manner), { width: 800, height: 90 + 46 * Math.max(1, kinds.length) });
}

/** The same as a picture for a Word document, at twice the size it is shown at. */
export async function pictureOf(content: ReportContent, chart: ReportChart) {
  const svg = drawReportChart(content, chart);
  const [, width = 800, height = 300] = (/width="(\d+)" height="(\d+)"/.exec(svg) ?? []).map(Number);
  return { png: await svgToPng(svg, width * 2), width, height };
}
