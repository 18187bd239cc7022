import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Input } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { failureOf } from '../../../ui/console/failure.ts';
import { useKeys } from '../../../ui/console/keys.ts';
import { useLanguage } from '../../../ui/console/language.ts';
import { FailureLine } from '../../../ui/console/states.tsx';
import type { DayRow } from '../contract/day.ts';
import { LONGEST_REASON } from '../contract/desk-limits.ts';
import { ClockLine } from './clock-line.tsx';
import { callDay } from './desk-work-api.ts';
import { HolderWords } from './holder-words.tsx';

type Props = { readonly rows: readonly DayRow[]; readonly mayWrite: boolean };

/** What stays tonight, one row each; Enter in a reason keeps it and goes on to the next that has none. */
export function DayList({ rows, mayWrite }: Props) {
  const { t } = useTranslation();
  const list = useRef<HTMLUListElement>(null);
  const next = () => list.current?.querySelector<HTMLElement>('input[data-empty="true"]')?.focus();
  useKeys({ n: next });
  return (
    <ul ref={list} className="day-list" aria-label={t('day.rows')}>
      {rows.map((row) => (
        <DayLine key={row.id} row={row} mayWrite={mayWrite} next={next} />
      ))}
    </ul>
  );
}

function DayLine({ row, mayWrite, next }: { row: DayRow; mayWrite: boolean; next: () => void }) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  return (
    <li data-said={row.reason !== null}>
      <p className="day-what">
        <Link to="/matters/$id" params={{ id: row.id }} className="row-title">
          {row.title}
        </Link>
        <span className="hint number">{row.number}</span>
        {row.causes.map((cause) => (
          <span key={cause} className={`cause cause-${cause}`}>
            {t(`day.cause.${cause}`)}
          </span>
        ))}
      </p>
      <p className="day-where hint">
        {[row.community && say(row.community), row.place, say(row.stateName)].filter(Boolean).join(' · ')} ·{' '}
        <HolderWords row={row} />
      </p>
      {row.clock && <ClockLine clock={row.clock} spoken />}
      <Reason row={row} mayWrite={mayWrite} next={next} />
    </li>
  );
}

function Reason({ row, mayWrite, next }: { row: DayRow; mayWrite: boolean; next: () => void }) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const client = useQueryClient();
  const commandId = useRef(crypto.randomUUID());
  const [text, setText] = useState('');
  const [isChanging, setChanging] = useState(false);
  const kept = useRef(false);
  const keep = useMutation({
    mutationFn: () =>
      callDay('POST /api/day/reasons', { body: { commandId: commandId.current, matterId: row.id, text } }),
    onSuccess: async () => {
      commandId.current = crypto.randomUUID();
      kept.current = true;
      setChanging(false);
      await client.invalidateQueries({ queryKey: ['day'] });
    },
  });
  useEffect(() => {
    if (!kept.current || row.reason === null) return;
    kept.current = false;
    next();
  }, [row.reason, next]);
  if (row.reason !== null && !isChanging)
    return (
      <p className="day-reason">
        <strong>{t('day.why')}</strong> {row.reason.text} <span className="hint">— {say(row.reason.by)}</span>
        {mayWrite && (
          <Button type="link" size="small" onClick={() => setChanging(true)}>
            {t('day.sayAnew')}
          </Button>
        )}
      </p>
    );
  if (!mayWrite) return <p className="day-reason hint">{t('day.noReason')}</p>;
  return (
    <form
      className="day-reason"
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() !== '') keep.mutate();
      }}
    >
      <Input
        aria-label={t('day.whyOf', { title: row.title })}
        placeholder={t('day.whyHint')}
        maxLength={LONGEST_REASON}
        value={text}
        data-empty={row.reason === null}
        onChange={({ target }) => setText(target.value)}
        onKeyDown={({ key, currentTarget }) => key === 'Escape' && currentTarget.blur()}
      />
      {text.trim() !== '' && (
        <Button htmlType="submit" loading={keep.isPending}>
          {t('day.keep')}
        </Button>
      )}
      <FailureLine failure={keep.isError ? failureOf(keep.error) : undefined} />
    </form>
  );
}
