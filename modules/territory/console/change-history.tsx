import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../../ui/console/language.ts';
import { useTimes } from '../../../ui/console/times.ts';
import type { GridBookView } from '../contract/grid-routes.ts';

/** Who changed what, and when (变更记录); latest first. */
export function ChangeHistory({ changes }: Pick<GridBookView, 'changes'>) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const { moment } = useTimes();
  return (
    <section aria-labelledby="history">
      <h2 id="history">{t('grids.history')}</h2>
      {changes.length === 0 && <p className="hint">{t('grids.noHistory')}</p>}
      <ol className="grid-history">
        {changes.map(({ seq, kind, at, by, moved, added, founded, ended }) => (
          <li key={seq}>
            <span className="hint">{moment(at)}</span> {by ? say(by) : t('grids.bySystem')}{' '}
            {t(`grids.did.${kind}`, {
              moved,
              added,
              founded: founded ? say(founded) : '',
              ended: ended ? say(ended) : '',
            })}
          </li>
        ))}
      </ol>
    </section>
  );
}
