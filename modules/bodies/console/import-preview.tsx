import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { ColumnHeads } from '../../../ui/console/column-heads.tsx';
import { FaultTable } from '../../../ui/console/fault-table.tsx';
import { useLanguage } from '../../../ui/console/language.ts';
import type { ImportPreviewView } from '../contract/views.ts';

type Props = {
  readonly fileName: string;
  readonly preview: ImportPreviewView;
  readonly busy: boolean;
  readonly confirm: () => void;
};

/** What a workbook would change, and every faulty cell; the button to confirm only when there is no fault. */
export function ImportPreview({ fileName, preview, busy, confirm }: Props) {
  const { t } = useTranslation();
  const { faultCount, faults, changeCount, newAccounts } = preview;
  const isNothing = faultCount === 0 && changeCount === 0;
  return (
    <>
      <h2>{t('workbook.preview', { file: fileName })}</h2>
      <Sheets preview={preview} />
      <Ignored preview={preview} />
      {faultCount > 0 && (
        <section aria-labelledby="faults" role="alert">
          <h2 id="faults">{t('workbook.faults', { count: faultCount })}</h2>
          <p>{t('workbook.faultsAbout')}</p>
          <FaultTable faults={faults} />
          {faultCount > faults.length && (
            <p className="hint">{t('workbook.more', { count: faultCount - faults.length })}</p>
          )}
        </section>
      )}
      {isNothing && <p className="note">{t('workbook.nothing')}</p>}
      {faultCount === 0 && changeCount > 0 && <Changes preview={preview} />}
      {faultCount === 0 && changeCount > 0 && (
        <p className="form-end">
          <Button type="primary" loading={busy} onClick={confirm}>
            {t('workbook.confirm', { count: changeCount })}
          </Button>
          {newAccounts > 0 && <span className="hint">{t('workbook.newAccounts', { count: newAccounts })}</span>}
        </p>
      )}
    </>
  );
}

function Sheets({ preview: { sheets } }: { preview: ImportPreviewView }) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  return (
    <div className="wide any-width">
      <table>
        <ColumnHeads
          heads={(['sheet', 'rows', 'new', 'changed', 'unchanged', 'missing'] as const).map((key) =>
            t(`workbook.${key}`),
          )}
        />
        <tbody>
          {sheets.map((one) => (
            <tr key={one.name.zh}>
              <th scope="row">{say(one.name)}</th>
              {one.isThere ? (
                <>
                  <td>{one.rows}</td>
                  <td>{one.new}</td>
                  <td>{one.changed}</td>
                  <td>{one.unchanged}</td>
                  <td>
                    {one.missingCount === 0 ? (
                      0
                    ) : (
                      <details>
                        <summary>{one.missingCount}</summary>
                        <p className="hint">{t('workbook.missingAbout')}</p>
                        <ul>
                          {one.missing.map((name) => (
                            <li key={name}>{name}</li>
                          ))}
                        </ul>
                      </details>
                    )}
                  </td>
                </>
              ) : (
                <td colSpan={5}>{t('workbook.notThere')}</td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Ignored({ preview: { ignored } }: { preview: ImportPreviewView }) {
  const { t } = useTranslation();
  if (ignored.length === 0) return null;
  const names = ignored.map(({ sheet, heading }) =>
    heading === null ? t('workbook.ignoredSheet', { sheet }) : t('workbook.ignoredColumn', { sheet, heading }),
  );
  return <p className="note">{t('workbook.ignored', { names: names.join(t('semicolon')) })}</p>;
}

function Changes({ preview: { changes, changeCount } }: { preview: ImportPreviewView }) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  return (
    <section aria-labelledby="changes">
      <h2 id="changes">{t('workbook.changes', { count: changeCount })}</h2>
      <div className="wide any-width">
        <table>
          <ColumnHeads
            heads={(['sheet', 'row', 'kind', 'who', 'details'] as const).map((key) => t(`workbook.${key}`))}
          />
          <tbody>
            {changes.map(({ sheet, row, what, title, parts }) => (
              <tr key={`${sheet.zh} ${row}`}>
                <td>{say(sheet)}</td>
                <td>{row}</td>
                <td>{t(`workbook.${what}`)}</td>
                <td>{title}</td>
                <td>
                  {parts
                    .filter(({ after }) => after !== '')
                    .map(({ heading, before, after }) =>
                      before === ''
                        ? t('workbook.set', { heading: say(heading), after })
                        : t('workbook.turned', { heading: say(heading), before, after }),
                    )
                    .join(t('semicolon'))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {changeCount > changes.length && (
        <p className="hint">{t('workbook.more', { count: changeCount - changes.length })}</p>
      )}
    </section>
  );
}
