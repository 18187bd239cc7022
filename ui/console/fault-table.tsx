import { useTranslation } from 'react-i18next';
import { ColumnHeads } from './column-heads.tsx';
import type { Said } from './failure.ts';
import { useLanguage } from './language.ts';

export type FaultRow = {
  readonly sheet: string;
  readonly row: number | null;
  readonly column: string | null;
  readonly heading: string | null;
  readonly message: Said;
};

/** Every faulty cell of a workbook, where it stands and what to do about it. */
export function FaultTable({ faults }: { faults: readonly FaultRow[] }) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  return (
    <div className="wide any-width">
      <table className="fault-table">
        <ColumnHeads heads={[t('workbook.sheet'), t('workbook.cell'), t('workbook.column'), t('workbook.what')]} />
        <tbody>
          {faults.map(({ sheet, row, column, heading, message }) => (
            <tr key={`${sheet} ${column} ${row} ${message.zh}`}>
              <td>{sheet}</td>
              <td className="number">{`${column ?? ''}${row ?? ''}` || '—'}</td>
              <td>{heading ?? '—'}</td>
              <td>{say(message)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
