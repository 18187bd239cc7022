import { Link } from '@tanstack/react-router';
import { Table, type TableColumnsType } from 'antd';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../../ui/console/language.ts';
import { useTimes } from '../../../ui/console/times.ts';
import type { MatterRow } from '../contract/views.ts';
import { ClockLine } from './clock-chip.tsx';
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
  const { say } = useLanguage();
  const { spokenMoment } = useTimes();
  const table = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (active !== undefined) table.current?.querySelector<HTMLElement>(`[data-row-key="${active}"] a`)?.focus();
  }, [active]);
  const columns: TableColumnsType<MatterRow> = [
    {
      title: <span className="unseen">{t('bulk.choose')}</span>,
      width: 34,
      className: 'choose',
      render: (_, row) => (
        <input
          type="checkbox"
          aria-label={t('bulk.chooseOne', { title: row.title })}
          checked={chosen.has(row.id)}
          onChange={() => chosen.toggle(row.id)}
        />
      ),
    },
    { title: <span className="unseen">{t('star.about')}</span>, width: 36, render: (_, row) => <Star of={row} /> },
    { title: t('matter.number'), dataIndex: 'number', width: 124, className: 'number' },
    {
      title: t('matter.what'),
      render: (_, row) => (
        <>
          <Link to="/matters/$id" params={{ id: row.id }} className="row-title">
            {row.title}
          </Link>
          <span className={`state-name stage-${row.stage}`}>{say(row.stateName)}</span>
        </>
      ),
    },
    {
      title: t('matter.where'),
      width: 180,
      render: (_, row) => (
        <>
          {row.community && <span className="community">{say(row.community)}</span>}
          <span className="place">{row.place}</span>
        </>
      ),
    },
    { title: t('matter.holder'), width: 240, render: (_, row) => <HolderWords row={row} /> },
    { title: t('matter.clock'), width: 216, render: (_, row) => row.clock && <ClockLine clock={row.clock} spoken /> },
    { title: t('matter.lastAt'), width: 128, className: 'number', render: (_, row) => spokenMoment(row.lastAt) },
  ];
  return (
    <div ref={table}>
      <Table<MatterRow>
        size="small"
        rowKey="id"
        columns={columns}
        dataSource={rows}
        pagination={false}
        loading={loading}
        tableLayout="fixed"
        rowClassName={({ id }) =>
          `${id === active ? 'active' : ''} ${chosen.has(id) ? 'chosen' : chosen.ids.length > 0 ? 'unchosen' : ''}`
        }
        onRow={({ id }) => ({ onClick: () => activate(id), onFocus: () => activate(id) })}
      />
    </div>
  );
}
