import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { ColumnHeads } from '../../../ui/console/column-heads.tsx';
import { useLanguage } from '../../../ui/console/language.ts';
import { useTimes } from '../../../ui/console/times.ts';
import type { MatterRow } from '../contract/views.ts';
import { ClockLine } from './clock-line.tsx';
import { Star } from './star.tsx';
import { HolderWords } from './holder-words.tsx';
import type { Chosen } from './use-chosen.ts';

type Props = {
  readonly rows: readonly MatterRow[];
  readonly active: string | undefined;
  readonly activate: (id: string) => void;
  readonly loading: boolean;
  readonly chosen: Chosen;
};

/** A queue on a desk: number, what, where, holder, clock, last event. */
export function QueueTable({ rows, active, activate, loading, chosen }: Props) {
  const { t } = useTranslation();
  const table = useRef<HTMLTableElement>(null);
  useEffect(() => {
    if (active !== undefined) table.current?.querySelector<HTMLElement>(`[data-row-key="${active}"] a`)?.focus();
  }, [active]);
  return (
    <table ref={table} className="queue-table" aria-busy={loading}>
      <ColumnHeads
        heads={[
          { words: t('bulk.choose'), className: 'choose', isUnseen: true },
          { words: t('star.about'), className: 'of-star', isUnseen: true },
          { words: t('matter.number'), className: 'of-number' },
          t('matter.what'),
          { words: t('matter.where'), className: 'of-place' },
          { words: t('matter.holder'), className: 'of-holder' },
          { words: t('matter.clock'), className: 'of-clock' },
          { words: t('matter.lastAt'), className: 'of-last' },
        ]}
      />
      <tbody>
        {rows.map((row) => (
          <QueueLine key={row.id} row={row} isActive={row.id === active} activate={activate} chosen={chosen} />
        ))}
      </tbody>
    </table>
  );
}

type LineProps = { readonly row: MatterRow; readonly isActive: boolean } & Pick<Props, 'activate' | 'chosen'>;

function QueueLine({ row, isActive, activate, chosen }: LineProps) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const { spokenMoment } = useTimes();
  const isLeftOut = chosen.ids.length > 0 && !chosen.has(row.id);
  return (
    <tr
      data-row-key={row.id}
      className={`${isActive ? 'active' : ''} ${isLeftOut ? 'unchosen' : ''}`}
      onClick={() => activate(row.id)}
      onFocus={() => activate(row.id)}
    >
      <td className="choose">
        <label>
          <input
            type="checkbox"
            aria-label={t('bulk.chooseOne', { title: row.title })}
            checked={chosen.has(row.id)}
            onChange={() => chosen.toggle(row.id)}
          />
        </label>
      </td>
      <td>
        <Star of={row} />
      </td>
      <td className="number">{row.number}</td>
      <td>
        <Link to="/matters/$id" params={{ id: row.id }} className="row-title">
          {row.title}
        </Link>
        <span className={`state-name stage-${row.stage}`}>{say(row.stateName)}</span>
      </td>
      <td>
        {row.community && <span className="community">{say(row.community)}</span>}
        <span className="place">{row.place}</span>
      </td>
      <td>
        <HolderWords row={row} />
      </td>
      <td>{row.clock && <ClockLine clock={row.clock} spoken />}</td>
      <td className="number">{spokenMoment(row.lastAt)}</td>
    </tr>
  );
}
