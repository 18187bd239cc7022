import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { failureOf } from '../../../ui/console/failure.ts';
import { Field } from '../../../ui/console/field.tsx';
import { useLanguage } from '../../../ui/console/language.ts';
import { FailureLine } from '../../../ui/console/states.tsx';
import type { BulkPlanRow, BulkResultRow } from '../contract/bulk.ts';
import type { BulkAction } from '../contract/desk-limits.ts';
import { cache } from './cache.ts';
import { callBulk } from './desk-work-api.ts';

type Props = {
  readonly action: BulkAction;
  readonly batchId: string;
  readonly plan: readonly BulkPlanRow[];
  readonly done: readonly BulkResultRow[];
  readonly close: () => void;
};

/** What became of each matter, and what of it can be taken back. */
export function BulkResult({ action, batchId, plan, done, close }: Props) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const client = useQueryClient();
  const box = useRef<HTMLDivElement>(null);
  const [reason, setReason] = useState('');
  useEffect(() => box.current?.focus(), []);
  const undoable = done.filter(({ canUndo }) => canUndo);
  const undo = useMutation({
    mutationFn: () =>
      callBulk('POST /api/bulk/undo', {
        body: {
          batchId,
          action: action === 'assign' ? 'assign' : 'accept',
          rows: undoable.map(({ id, seq, was }) => ({ id, seenSeq: seq ?? 0, was })),
          reason,
        },
      }),
    onSuccess: () => client.invalidateQueries({ queryKey: cache.all }),
  });
  const titleOf = (id: string) => plan.find((row) => row.id === id);
  const back = new Map((undo.data?.rows ?? []).map((row) => [row.id, row]));
  const says = ({ id, refusal }: BulkResultRow) => {
    const taken = back.get(id);
    if (taken) return taken.refusal ? say(taken.refusal.message) : t('bulk.takenBack');
    return refusal ? say(refusal.message) : t('bulk.done');
  };
  const ok = done.filter(({ refusal }) => refusal === null).length;
  return (
    <div ref={box} tabIndex={-1} role="status">
      <p>
        <strong>{t('bulk.sum', { ok, refused: done.length - ok })}</strong>
      </p>
      <ul className="bulk-rows">
        {done.map((row) => (
          <li key={row.id} data-refused={row.refusal !== null}>
            <span className="number">{titleOf(row.id)?.number}</span> {titleOf(row.id)?.title}
            <span className="what">{says(row)}</span>
          </li>
        ))}
      </ul>
      {undoable.length > 0 && !undo.data && (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            undo.mutate();
          }}
        >
          {action === 'accept' && (
            <Field label={t('bulk.why')} hint={t('bulk.whyHint')}>
              {(control) => <Input {...control} value={reason} onChange={({ target }) => setReason(target.value)} />}
            </Field>
          )}
          <Button htmlType="submit" loading={undo.isPending}>
            {t('bulk.undo', { count: undoable.length })}
          </Button>
        </form>
      )}
      {undoable.length === 0 && ok > 0 && <p className="hint">{t('bulk.noWayBack')}</p>}
      <FailureLine failure={undo.isError ? failureOf(undo.error) : undefined} />
      <Button type="primary" onClick={close}>
        {t('bulk.close')}
      </Button>
    </div>
  );
}
