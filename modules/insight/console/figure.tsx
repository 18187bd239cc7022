import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { BehindSearch } from './searches.ts';

/** A number that opens to its matters; nought opens to nothing and is plain. */
export function Behind({ n, search, label }: { n: number; search: BehindSearch; label: string }) {
  const { t } = useTranslation();
  if (n === 0) return <span className="figure-none">0</span>;
  return (
    <Link to="/overview/matters" search={search} aria-label={t('overview.opens', { label, n })}>
      {n}
    </Link>
  );
}

/** How something is counted (这样算), behind a word that opens it. */
export function HowCounted({ children }: { children: string }) {
  const { t } = useTranslation();
  return (
    <details className="how">
      <summary>{t('overview.how')}</summary>
      <p>{children}</p>
    </details>
  );
}

type FigureProps = {
  readonly label: string;
  readonly n: number;
  readonly search: BehindSearch;
  readonly how: string;
  readonly isBad?: boolean;
};

/** One figure: number, what it is of, how it is counted, what lies behind it. */
export function Figure({ label, n, search, how, isBad = false }: FigureProps) {
  return (
    <li className={isBad && n > 0 ? 'figure figure-bad' : 'figure'}>
      <p className="figure-label">{label}</p>
      <p className="figure-number">
        <Behind n={n} search={search} label={label} />
      </p>
      <HowCounted>{how}</HowCounted>
    </li>
  );
}
