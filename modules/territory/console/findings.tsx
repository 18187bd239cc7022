import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../../ui/console/language.ts';
import type { GridBookView } from '../contract/grid-routes.ts';
import type { Door } from './doors.ts';

export type Finding = GridBookView['findings'][number];
type Named = Pick<GridBookView, 'grids'>;

/** Says each finding in a sentence (缝隙与重叠). */
export function useFindingWords(book: Named, doors: readonly Door[]) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const nameOf = (code: string | undefined) => {
    const grid = book.grids.find((one) => one.code === code);
    return grid ? say(grid.name) : (code ?? '');
  };
  return ({ kind, addressCode, grids: [one, other], areaM2 }: Finding): string =>
    t(`grids.finding.${kind === 'addressOutside' && other === undefined ? 'addressOutsideAll' : kind}`, {
      address: doors.find(({ code }) => code === addressCode)?.label ?? addressCode,
      grid: nameOf(one),
      other: nameOf(other),
      areaM2,
    });
}

type Props = {
  readonly book: GridBookView;
  readonly doors: readonly Door[];
  readonly onFix: (finding: Finding) => void;
};
const MOST_SHOWN = 30;

/** What is not right with the grids, each with the way to put it right; or that nothing is wrong. */
export function Findings({ book, doors, onFix }: Props) {
  const { t } = useTranslation();
  const words = useFindingWords(book, doors);
  const { findings } = book;
  if (findings.length === 0) return <p className="grids-good">✓ {t('grids.allRight')}</p>;
  return (
    <section aria-labelledby="findings" className="note">
      <h2 id="findings">{t('grids.findings', { count: findings.length })}</h2>
      <ul className="finding-list">
        {findings.slice(0, MOST_SHOWN).map((finding) => {
          const sentence = words(finding);
          return (
            <li key={`${finding.kind} ${finding.addressCode} ${finding.grids.join()} ${finding.at?.join()}`}>
              <span>◆ {sentence}</span>
              <button type="button" aria-label={t('grids.fixOf', { sentence })} onClick={() => onFix(finding)}>
                {t('grids.fix')}
              </button>
            </li>
          );
        })}
      </ul>
      {findings.length > MOST_SHOWN && <p>{t('grids.moreFindings', { count: findings.length - MOST_SHOWN })}</p>}
    </section>
  );
}
