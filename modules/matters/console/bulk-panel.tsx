import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { failureOf } from '../../../ui/console/failure.ts';
import { useKeys } from '../../../ui/console/keys.ts';
import { useLanguage } from '../../../ui/console/language.ts';
import { LoadFailed, Loading } from '../../../ui/console/states.tsx';
import type { BulkPlanRow } from '../contract/bulk.ts';
import type { BulkAction } from '../contract/desk-limits.ts';
import { colleagueField } from './assign-form.tsx';
import { BulkResult } from './bulk-result.tsx';
import { cache } from './cache.ts';
import { callBulk } from './desk-work-api.ts';
import { FieldsForm } from './fields-form.tsx';
import type { Answers } from './step-answers.ts';

type Props = { readonly action: BulkAction; readonly ids: readonly string[]; readonly close: () => void };

/** One action on many matters (批量办理): first what will happen to each, then the result of each, with a way back. */
export function BulkPanel({ action, ids, close }: Props) {
  const { t } = useTranslation();
  const panel = useRef<HTMLElement>(null);
  const [list] = useState(ids);
  const { data, isPending, isError, error, refetch } = useQuery({
    queryKey: ['bulk', action, list],
    queryFn: () => callBulk('POST /api/bulk/plan', { body: { action, ids: [...list] } }),
    staleTime: 0,
    gcTime: 0,
    refetchOnWindowFocus: false,
  });
  useKeys({ Escape: close });
  useEffect(() => panel.current?.focus(), []);
  return (
    <section ref={panel} tabIndex={-1} className="bulk-panel" aria-labelledby="bulk">
      <h2 id="bulk">{t(`bulk.title.${action}`)}</h2>
      {isPending && <Loading />}
      {isError && <LoadFailed error={error} retry={refetch} />}
      {data && <Planned action={action} plan={data} close={close} />}
    </section>
  );
}

type Plan = {
  readonly rows: readonly BulkPlanRow[];
  readonly fields: Parameters<typeof FieldsForm>[0]['fields'];
  readonly colleagues: Parameters<typeof colleagueField>[0];
};

function Planned({ action, plan, close }: { action: BulkAction; plan: Plan; close: () => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [batchId] = useState(() => crypto.randomUUID());
  const [answers, setAnswers] = useState<Answers>({});
  const willing = plan.rows.filter(({ refusal }) => refusal === null);
  const label = t('assign.to');
  const fields = action === 'assign' ? [colleagueField(plan.colleagues, { zh: label, en: label })] : plan.fields;
  const go = useMutation({
    mutationFn: (input: Record<string, unknown>) =>
      callBulk('POST /api/bulk', {
        body: {
          batchId,
          action,
          rows: willing.map(({ id, seq }) => ({ id, seenSeq: seq })),
          input,
        },
      }),
    onSuccess: () => client.invalidateQueries({ queryKey: cache.all }),
  });
  if (go.data)
    return <BulkResult action={action} batchId={batchId} plan={plan.rows} done={go.data.rows} close={close} />;
  const ways = new Set(willing.map(({ wayBack }) => wayBack));
  return (
    <>
      <PlanList rows={plan.rows} />
      {willing.length === 0 ? (
        <p>
          {t('bulk.nothing')} <Button onClick={close}>{t('bulk.close')}</Button>
        </p>
      ) : (
        <>
          {[...ways].map((way) => (
            <p key={way} className="note">
              {t(`bulk.wayBack.${way}`)}
            </p>
          ))}
          <FieldsForm
            title={t('bulk.once')}
            name={t(`bulk.title.${action}`)}
            fields={fields}
            bodies={{ key: ['bulk'], load: async () => ({ bodies: [], precedents: [] }) }}
            answers={answers}
            change={setAnswers}
            weighs={action === 'merge'}
            isPending={go.isPending}
            failure={go.isError ? failureOf(go.error) : undefined}
            keepsWords={false}
            send={go.mutate}
            close={close}
            before={<p className="hint">{t('bulk.will', { count: willing.length })}</p>}
          />
        </>
      )}
    </>
  );
}

function PlanList({ rows }: { rows: readonly BulkPlanRow[] }) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  return (
    <ul className="bulk-rows">
      {rows.map(({ id, number, title, refusal }) => (
        <li key={id} data-refused={refusal !== null}>
          <span className="number">{number}</span> {title}
          <span className="what">{refusal ? say(refusal.message) : t('bulk.ready')}</span>
        </li>
      ))}
    </ul>
  );
}
