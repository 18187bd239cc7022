import { useTranslation } from 'react-i18next';
import { ColumnHeads } from '../../../ui/console/column-heads.tsx';

type Masked = { readonly words: string; readonly rows: readonly (readonly string[])[]; readonly hasHidden: boolean };

/** How a disclosure will read in public (公开稿), before it goes out. */
export function PublicForm({ masked: { words, rows, hasHidden } }: { masked: Masked }) {
  const { t } = useTranslation();
  const [head = [], ...rest] = rows;
  return (
    <section className="public-form" aria-labelledby="masked" aria-live="polite">
      <h3 id="masked">{t('disclosures.masked')}</h3>
      <p className="hint">{t(hasHidden ? 'disclosures.hidden' : 'disclosures.nothingHidden')}</p>
      {words.split('\n').map((line, at) => (
        <p key={at}>{line}</p>
      ))}
      {rows.length > 0 && (
        <div className="wide any-width" tabIndex={0} role="group" aria-label={t('disclosures.rows')}>
          <table>
            <ColumnHeads heads={head} />
            <tbody>
              {rest.map((row, at) => (
                <tr key={at}>
                  {row.map((cell, column) => (
                    <td key={column}>{cell}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
