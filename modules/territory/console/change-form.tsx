import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useRef, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { failureOf } from '../../../ui/console/failure.ts';
import { Field, focusFirstFault } from '../../../ui/console/field.tsx';
import { FailureLine } from '../../../ui/console/states.tsx';
import { useTimes } from '../../../ui/console/times.ts';
import type { AreaChangeOrder } from '../contract/area-change.ts';
import type { AreaPage } from '../contract/routes.ts';
import { call } from './api.ts';
import { ChangeFields, orderOf, type Answers } from './change-fields.tsx';
import { ChangePreview } from './change-preview.tsx';

export type ChangeKind = AreaChangeOrder['kind'];
type Props = { readonly area: AreaPage; readonly kind: ChangeKind; readonly done: () => void };

/** Decides a change: filled in, looked at before anything happens, then decided. */
export function ChangeForm({ area, kind, done }: Props) {
  const { t } = useTranslation();
  const { date } = useTimes();
  const client = useQueryClient();
  const form = useRef<HTMLFormElement>(null);
  const [id] = useState(() => crypto.randomUUID());
  const [tried, setTried] = useState(false);
  const [answers, setAnswers] = useState<Answers>({
    on: '',
    source: '',
    into: '',
    nameZh: '',
    nameEn: '',
    grids: [],
    runByDistrict: false,
  });
  const preview = useMutation({
    mutationFn: (order: AreaChangeOrder) => call('POST /api/area-changes/preview', { body: order }),
  });
  const decide = useMutation({
    mutationFn: (order: AreaChangeOrder) => call('POST /api/area-changes', { body: order }),
    onSuccess: async () => {
      await client.invalidateQueries();
      done();
    },
  });
  const order = orderOf(kind, { id, code: area.code, ...answers });
  const change = (more: Partial<Answers>) => {
    setAnswers({ ...answers, ...more });
    preview.reset();
    decide.reset();
  };
  const look = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (order) preview.mutate(order);
    else requestAnimationFrame(() => focusFirstFault(form.current));
  };
  const missing = (value: string, least = 1) => (tried && value.trim().length < least ? t('form.missing') : undefined);
  const failed = preview.error ?? decide.error;
  return (
    <form ref={form} onSubmit={look} noValidate className="form" aria-label={t(`areas.change.${kind}`)}>
      <p className="hint">{t(`areas.about.${kind}`)}</p>
      <ChangeFields area={area} kind={kind} answers={answers} change={change} missing={missing} />
      <Field label={t('areas.on')} hint={t('areas.onAbout')} fault={missing(answers.on)}>
        {(control) => (
          <Input {...control} type="date" value={answers.on} onChange={({ target }) => change({ on: target.value })} />
        )}
      </Field>
      <Field label={t('areas.source')} hint={t('areas.sourceAbout')} fault={missing(answers.source, 2)}>
        {(control) => (
          <Input
            {...control}
            maxLength={200}
            value={answers.source}
            onChange={({ target }) => change({ source: target.value })}
          />
        )}
      </Field>
      <FailureLine failure={failed ? failureOf(failed) : undefined} />
      {preview.data && order && (
        <ChangePreview preview={preview.data}>
          <Button type="primary" size="large" loading={decide.isPending} onClick={() => decide.mutate(order)}>
            {t(preview.data.takesEffectNow ? 'areas.decideNow' : 'areas.decideLater', { on: date(order.on) })}
          </Button>
        </ChangePreview>
      )}
      {!preview.data && (
        <Button htmlType="submit" type="primary" size="large" loading={preview.isPending}>
          {t('areas.look')}
        </Button>
      )}
    </form>
  );
}
