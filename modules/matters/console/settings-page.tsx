import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, InputNumber } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { clientOf } from '../../../ui/console/api.ts';
import { Field, useRefusedFields } from '../../../ui/console/field.tsx';
import { useLanguage } from '../../../ui/console/language.ts';
import { Empty, FailureLine, LoadFailed, Loading } from '../../../ui/console/states.tsx';
import { useTimes } from '../../../ui/console/times.ts';
import type { LimitSettingView, settingsRoutes } from '../contract/settings.ts';
import { DecisionFields, noDecision } from './decision-fields.tsx';

const call = clientOf<typeof settingsRoutes>();
const settingsKey = ['settings', 'limits'];

/** The limits that a district may set within bounds (本区可调整的时限): what holds, what was ever set, and a way to set it. */
export function SettingsPage() {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const { data, isPending, isError, error, refetch } = useQuery({
    queryKey: settingsKey,
    queryFn: () => call('GET /api/settings/limits'),
  });
  return (
    <main id="main" className="reading">
      <h1>{t('limitSettings.title')}</h1>
      <p className="hint">{t('limitSettings.about')}</p>
      {isPending && <Loading />}
      {isError && !data && <LoadFailed error={error} retry={refetch} />}
      {data && !data.maySet && <p className="hint">{t('limitSettings.whoMay')}</p>}
      {data?.limits.length === 0 && <Empty title={t('limitSettings.none')} />}
      {data?.limits.map((limit) => (
        <section key={`${limit.procedureId} ${limit.clock}`} aria-label={`${say(limit.procedure)} ${say(limit.name)}`}>
          <h2>
            {say(limit.procedure)} · {say(limit.name)}
          </h2>
          <p>
            {t('limitSettings.now', { limit: say(limit.now), own: say(limit.own) })}{' '}
            <span className="hint">
              {t('limitSettings.bounds', { min: say(limit.bounds.min), max: say(limit.bounds.max) })}
            </span>
          </p>
          <History limit={limit} />
          {data.maySet && <SetLimit limit={limit} />}
        </section>
      ))}
    </main>
  );
}

function History({ limit }: { limit: LimitSettingView }) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const { moment, date } = useTimes();
  return (
    <ul>
      {limit.history.map(({ limit: length, sinceOn, reason, source, by, setAt }) => (
        <li key={setAt}>
          {t('limitSettings.entry', { limit: say(length), since: date(sinceOn), source })}{' '}
          <span className="hint">
            {by
              ? t('limitSettings.entryWhyBy', { reason, by: say(by), at: moment(setAt) })
              : t('limitSettings.entryWhy', { reason, at: moment(setAt) })}
          </span>
        </li>
      ))}
    </ul>
  );
}

function SetLimit({ limit }: { limit: LimitSettingView }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [amount, setAmount] = useState<number | null>(null);
  const [decision, setDecision] = useState(noDecision);
  const set = useMutation({
    mutationFn: () => {
      const { procedureId, clock } = limit;
      return call('POST /api/settings/limits', { body: { procedureId, clock, amount, ...decision } });
    },
    onSuccess: () => client.invalidateQueries({ queryKey: settingsKey }),
  });
  const form = useRef<HTMLDetailsElement>(null);
  const { faultOf, elsewhere } = useRefusedFields(form, set.error);
  return (
    <details ref={form}>
      <summary>{t('limitSettings.set')}</summary>
      <Field
        label={t('limitSettings.amount')}
        hint={t('limitSettings.amountHint', { min: limit.min, max: limit.max })}
        fault={faultOf('amount')}
      >
        {(control) => <InputNumber {...control} value={amount} onChange={setAmount} />}
      </Field>
      <DecisionFields value={decision} onChange={setDecision} faultOf={faultOf} />
      <FailureLine failure={elsewhere} />
      <div role="status">{set.isSuccess && <p className="note">{t('limitSettings.done')}</p>}</div>
      <Button type="primary" size="large" loading={set.isPending} onClick={() => set.mutate()}>
        {t('limitSettings.save')}
      </Button>
    </details>
  );
}
