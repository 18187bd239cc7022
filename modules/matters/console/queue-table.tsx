import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
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
      <thead>
        <tr>
          <th scope="col" className="choose">
            <span className="unseen">{t('bulk.choose')}</span>
          </th>
          <th scope="col" className="of-star">
            <span className="unseen">{t('star.about')}</span>
          </th>
          <th scope="col" className="of-number">
            {t('matter.number')}
          </th>
          <th scope="col">{t('matter.what')}</th>
          <th scope="col" className="of-place">
            {t('matter.where')}
          </th>
          <th scope="col" className="of-holder">
            {t('matter.holder')}
          </th>
          <th scope="col" className="of-clock">
            {t('matter.clock')}
          </th>
          <th scope="col" className="of-last">
            {t('matter.lastAt')}
          </th>
        </tr>
      </thead>
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
        <input
          type="checkbox"
          aria-label={t('bulk.chooseOne', { title: row.title })}
          checked={chosen.has(row.id)}
          onChange={() => chosen.toggle(row.id)}
        />
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
