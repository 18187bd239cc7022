import { Button, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { Field } from '../../../ui/console/field.tsx';
import { useLanguage } from '../../../ui/console/language.ts';
import type { GridBookView } from '../contract/grid-routes.ts';

export type Tool = 'move' | 'split' | 'merge' | 'outlines' | 'import';
/** What is filled in beside the map; each tool uses what it needs. */
export type Filled = {
  readonly grid: string | undefined;
  readonly into: string | undefined;
  readonly nameZh: string;
  readonly nameEn: string;
};

type Props = {
  readonly tool: Exclude<Tool, 'import'>;
  readonly book: GridBookView;
  readonly filled: Filled;
  readonly fill: (part: Partial<Filled>) => void;
  readonly chosen: number;
  readonly hasLine: boolean;
  readonly isDrawing: boolean;
  readonly redrawn: number;
  readonly draw: (start: boolean) => void;
  /** Takes the outline of the chosen grid away; undefined: it has none. */
  readonly takeAway: (() => void) | undefined;
  readonly isPending: boolean;
  readonly look: () => void;
};

/** The questions of one tool, and the button that says what would happen. */
export function ToolForm(props: Props) {
  const { tool, filled, fill, chosen, isPending, look } = props;
  const { t } = useTranslation();
  return (
    <>
      <p className="hint">{t(`grids.about.${tool}`)}</p>
      {(tool === 'split' || tool === 'merge' || tool === 'outlines') && (
        <GridChoice
          {...props}
          label={t(tool === 'merge' ? 'grids.mergeGrid' : tool === 'split' ? 'grids.splitGrid' : 'grids.outlineGrid')}
          optional={tool === 'outlines'}
          value={filled.grid}
          onChange={(grid) => fill({ grid })}
        />
      )}
      {(tool === 'move' || tool === 'merge') && (
        <GridChoice {...props} label={t('grids.into')} value={filled.into} onChange={(into) => fill({ into })} />
      )}
      {tool === 'split' && (
        <>
          <Field label={t('grids.nameZh')}>
            {(control) => (
              <Input {...control} value={filled.nameZh} onChange={({ target }) => fill({ nameZh: target.value })} />
            )}
          </Field>
          <Field label={t('grids.nameEn')}>
            {(control) => (
              <Input {...control} value={filled.nameEn} onChange={({ target }) => fill({ nameEn: target.value })} />
            )}
          </Field>
        </>
      )}
      <DrawButtons {...props} />
      {(tool === 'move' || tool === 'split') && <p role="status">{t('grids.chosen', { count: chosen })}</p>}
      <div className="form-end">
        <Button type="primary" loading={isPending} onClick={look}>
          {t('grids.look')}
        </Button>
      </div>
    </>
  );
}

function DrawButtons({ tool, filled, hasLine, isDrawing, redrawn, draw, takeAway }: Props) {
  const { t } = useTranslation();
  if (tool === 'move' || tool === 'merge') return null;
  const isOutline = tool === 'outlines';
  const start = isOutline
    ? filled.grid === undefined
      ? 'grids.dragEdges'
      : 'grids.drawArea'
    : hasLine
      ? 'grids.lineAgain'
      : 'grids.drawLine';
  return (
    <div className="draw-buttons">
      <Button onClick={() => draw(!isDrawing)}>{t(isDrawing ? 'grids.stopDrawing' : start)}</Button>
      {isOutline && takeAway && <Button onClick={takeAway}>{t('grids.takeOutline')}</Button>}
      <p role="status" className="hint">
        {isDrawing && t(isOutline ? 'grids.drawingEdges' : 'grids.drawingLine')}
        {!isDrawing && !isOutline && hasLine && t('grids.lineDrawn')}
        {isOutline && redrawn > 0 && t('grids.redrawn', { count: redrawn })}
      </p>
    </div>
  );
}

type ChoiceProps = Pick<Props, 'book'> & {
  readonly label: string;
  readonly optional?: boolean;
  readonly value: string | undefined;
  readonly onChange: (code: string | undefined) => void;
};

function GridChoice({ book, label, optional = false, value, onChange }: ChoiceProps) {
  const { say } = useLanguage();
  return (
    <Field label={label} optional={optional}>
      {(control) => (
        <Select<string | null>
          {...control}
          allowClear={optional}
          value={value ?? null}
          options={book.grids.map(({ code, name }) => ({ value: code, label: say(name) }))}
          onChange={(code) => onChange(code ?? undefined)}
        />
      )}
    </Field>
  );
}
