import type { EChartsCoreOption } from 'echarts/core';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Loading } from './states.tsx';

type Props = {
  readonly title: string;
  readonly option: EChartsCoreOption;
  readonly height: number;
  /** The same figures as a table, for everyone who would rather read than look. */
  readonly children: ReactNode;
};

/** A chart (图表) with its figures as a table below; the chart itself is passed over by screen readers. */
export function Chart({ title, option, height, children }: Props) {
  const { t } = useTranslation();
  const place = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  const [drawing, setDrawing] = useState<string>();
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    const element = place.current;
    if (!element) return undefined;
    const watch = new ResizeObserver(([entry]) => setWidth(Math.floor(entry?.contentRect.width ?? 0)));
    watch.observe(element);
    return () => watch.disconnect();
  }, []);
  useEffect(() => {
    if (width === 0) return undefined;
    let isGone = false;
    const draw = async () => {
      const { drawSvg } = await import('../charts/engine.ts');
      if (!isGone) setDrawing(drawSvg(option, { width, height }));
    };
    draw().catch(() => setFailed(true));
    return () => {
      isGone = true;
    };
  }, [option, width, height]);
  return (
    <figure className="chart">
      <figcaption>{title}</figcaption>
      <div ref={place} className="chart-ground" style={{ minHeight: height }} aria-hidden="true">
        {drawing !== undefined && <img src={`data:image/svg+xml;utf8,${encodeURIComponent(drawing)}`} alt="" />}
        {drawing === undefined && !failed && <Loading />}
        {failed && <p className="state">{t('chart.failed')}</p>}
      </div>
      <details className="chart-table">
        <summary>{t('chart.table')}</summary>
        <div className="wide">{children}</div>
      </details>
    </figure>
  );
}
