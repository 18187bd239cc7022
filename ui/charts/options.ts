import type { EChartsCoreOption } from 'echarts/core';

/** Colours of a chart on paper and on the dark wall; each series also has a shape or pattern of its own. */
const inks = {
  paper: {
    text: '#1f2a30',
    soft: '#4d5a61',
    line: '#d9dfdd',
    ground: '#ffffff',
    tones: ['#0b6e5f', '#8f5200', '#b3261e'],
  },
  night: {
    text: '#ffffff',
    soft: '#c9d3d6',
    line: '#3b474d',
    ground: '#10181c',
    tones: ['#5fd3bf', '#ffc36b', '#ff9d94'],
  },
} as const;
export type ChartTheme = keyof typeof inks;

export type Series = { readonly name: string; readonly values: readonly number[]; readonly as: 'bar' | 'line' };
export type ChartData = {
  readonly labels: readonly string[];
  readonly series: readonly Series[];
};
type Manner = { readonly theme: ChartTheme; readonly fontSize: number; readonly fontFamily: string };

const symbols = ['circle', 'rect', 'diamond'] as const;
const dashes = ['solid', 'dashed', 'solid'] as const;
/** Stripes over the second bar, so that the two are told apart without colour. */
const stripes = {
  symbol: 'rect',
  dashArrayX: [1, 0],
  dashArrayY: [3, 4],
  rotation: -Math.PI / 4,
  color: 'rgba(255,255,255,0.45)',
};

/** What happened along a row of days or weeks: bars and lines over the same axis. */
export function alongTime({ labels, series }: ChartData, manner: Manner): EChartsCoreOption {
  const { soft, line } = inks[manner.theme];
  return {
    ...frame(manner),
    xAxis: {
      type: 'category',
      data: [...labels],
      axisTick: { show: false },
      axisLine: { lineStyle: { color: line } },
      axisLabel: { color: soft, fontSize: manner.fontSize, hideOverlap: true },
    },
    yAxis: countAxis(manner),
    series: drawn(series, manner),
  };
}

/** Amounts of named things side by side, the first at the top. */
export function sideBySide({ labels, series }: ChartData, manner: Manner): EChartsCoreOption {
  const { soft, text } = inks[manner.theme];
  return {
    ...frame(manner),
    xAxis: countAxis(manner),
    yAxis: {
      type: 'category',
      data: [...labels],
      inverse: true,
      axisTick: { show: false },
      axisLine: { lineStyle: { color: soft } },
      axisLabel: { color: text, fontSize: manner.fontSize },
    },
    series: drawn(series, manner).map((one) => ({
      ...one,
      label: { show: true, position: 'right', color: text, fontSize: manner.fontSize },
    })),
  };
}

const frame = ({ theme, fontSize, fontFamily }: Manner) => ({
  animation: false,
  backgroundColor: inks[theme].ground,
  textStyle: { fontFamily },
  grid: {
    left: 8,
    right: 40,
    top: fontSize * 2 + 20,
    bottom: 8,
    outerBoundsMode: 'same',
    outerBoundsContain: 'axisLabel',
  },
  legend: { top: 0, left: 0, itemGap: 20, textStyle: { color: inks[theme].text, fontSize } },
});

const countAxis = ({ theme, fontSize }: Manner) => ({
  type: 'value',
  minInterval: 1,
  splitLine: { lineStyle: { color: inks[theme].line } },
  axisLabel: { color: inks[theme].soft, fontSize },
});

const drawn = (series: readonly Series[], { theme }: Manner) =>
  series.map(({ name, values, as }, i) => {
    const color = inks[theme].tones[i % 3];
    return {
      name,
      type: as,
      data: [...values],
      color,
      barMaxWidth: 28,
      ...(as === 'bar' && i % 3 === 1 ? { itemStyle: { color, decal: stripes } } : {}),
      ...(as === 'line'
        ? { symbol: symbols[i % 3], symbolSize: 9, lineStyle: { width: 2.5, type: dashes[i % 3], color } }
        : {}),
    };
  });
