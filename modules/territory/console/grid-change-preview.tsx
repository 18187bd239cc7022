import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../../ui/console/language.ts';
import type { Changed, GridBookView } from '../contract/grid-routes.ts';
import type { Door } from './doors.ts';
import { useFindingWords } from './findings.tsx';

type Props = {
  readonly book: GridBookView;
  readonly doors: readonly Door[];
  readonly changed: Changed;
  readonly isPending: boolean;
  readonly confirm: () => void;
  readonly drop: () => void;
};
const MOST_SHOWN = 12;

/** What would happen (预览), in words, before anything is done. */
export function GridChangePreview({ book, doors, changed, isPending, confirm, drop }: Props) {
  const { t } = useTranslation();
  const { language, say } = useLanguage();
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => head.current?.focus(), []);
  const { founded, ended, moves, outlines, undecided } = changed;
  const drawn = outlines.filter(({ outline }) => outline !== null).length;
  const grids = founded
    ? [...book.grids, { code: founded.code, name: { zh: founded.nameZh, en: founded.nameEn } }]
    : book.grids;
  const words = useFindingWords({ grids } as GridBookView, doors);
  const nameOf = (code: string | null) => {
    const grid = grids.find((one) => one.code === code);
    return grid ? say(grid.name) : t('grids.inNone');
  };
  const labels = (codes: readonly string[]) => {
    const known = codes.map((code) => doors.find((door) => door.code === code)?.label ?? code);
    const shown = known.slice(0, MOST_SHOWN).join(language === 'zh' ? '、' : ', ');
    return known.length > MOST_SHOWN ? t('grids.andMore', { shown, count: known.length - MOST_SHOWN }) : shown;
  };
  const routes = Map.groupBy(moves, ({ from, to }) => `${from} ${to}`);
  return (
    <section aria-labelledby="preview" className="grid-preview">
      <h3 id="preview" ref={head} tabIndex={-1}>
        {t('grids.preview')}
      </h3>
      <ul>
        {founded && <li>{t('grids.willFound', { name: nameOf(founded.code) })}</li>}
        {[...routes.values()].map((some) => {
          const [{ from, to }] = some as [(typeof some)[number]];
          return (
            <li key={`${from} ${to}`}>
              {t('grids.willMove', { count: some.length, from: nameOf(from), to: nameOf(to) })}
              <span className="hint">{labels(some.map(({ addressCode }) => addressCode))}</span>
            </li>
          );
        })}
        {ended !== null && <li>{t('grids.willEnd', { name: nameOf(ended) })}</li>}
        {drawn > 0 && <li>{t('grids.willDraw', { count: drawn })}</li>}
        {drawn < outlines.length && <li>{t('grids.willUndraw', { count: outlines.length - drawn })}</li>}
        {undecided.length > 0 && (
          <li>
            {t('grids.undecided', { count: undecided.length })} <span className="hint">{labels(undecided)}</span>
          </li>
        )}
        <li>{t('grids.mattersStay')}</li>
        {changed.findings.length === 0 && <li>✓ {t('grids.thenAllRight')}</li>}
        {changed.findings.slice(0, MOST_SHOWN).map((finding) => (
          <li key={`${finding.kind} ${finding.addressCode} ${finding.grids.join()} ${finding.at?.join()}`}>
            ◆ {t('grids.thenFinding', { sentence: words(finding) })}
          </li>
        ))}
      </ul>
      <div className="form-end">
        <Button type="primary" loading={isPending} onClick={confirm}>
          {t('grids.confirm')}
        </Button>
        <Button onClick={drop}>{t('grids.drop')}</Button>
      </div>
    </section>
  );
}
