import { useMutation } from '@tanstack/react-query';
import { Button, Radio } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { failureOf } from '../../../ui/console/failure.ts';
import { Field } from '../../../ui/console/field.tsx';
import { FailureLine } from '../../../ui/console/states.tsx';
import { call } from './api.ts';

const purposes = ['contactReporter', 'verifyFacts'] as const;
type Purpose = (typeof purposes)[number];
const SHOWN_MS = 120_000;

/** Shows the reporter's telephone (查看联系方式) for a stated purpose and for two minutes. */
export function RevealPhone({ matterId }: { matterId: string }) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  const [purpose, setPurpose] = useState<Purpose>('contactReporter');
  const { mutate, data, isPending, error, reset } = useMutation({
    mutationFn: () => call('POST /api/requests/:id/reveal', { params: { id: matterId }, body: { purpose } }),
    onSuccess: () => setAsking(false),
    gcTime: 0,
  });
  useEffect(() => {
    if (!data) return undefined;
    const timer = setTimeout(reset, SHOWN_MS);
    return () => clearTimeout(timer);
  }, [data, reset]);
  if (data)
    return (
      <p role="status">
        <a className="number revealed" href={`tel:${data.phone}`}>
          {data.phone}
        </a>
        <span className="hint">{t('reveal.shown')}</span>
      </p>
    );
  if (!asking)
    return (
      <Button size="small" onClick={() => setAsking(true)}>
        {t('reveal.open')}
      </Button>
    );
  return (
    <div className="reveal">
      <Field label={t('reveal.why')} hint={t('reveal.recorded')} group>
        {() => (
          <Radio.Group
            vertical
            value={purpose}
            options={purposes.map((value) => ({ value, label: t(`reveal.${value}`) }))}
            onChange={({ target }) => setPurpose(target.value as Purpose)}
          />
        )}
      </Field>
      <FailureLine failure={error ? failureOf(error) : undefined} />
      <div className="form-end">
        <Button type="primary" loading={isPending} onClick={() => mutate()}>
          {t('reveal.show')}
        </Button>
        <Button onClick={() => setAsking(false)}>{t('step.close')}</Button>
      </div>
    </div>
  );
}
