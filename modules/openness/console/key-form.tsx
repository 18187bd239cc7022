import { useMutation } from '@tanstack/react-query';
import { Button, Input, InputNumber } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Field, useRefusedFields } from '../../../ui/console/field.tsx';
import { FailureLine } from '../../../ui/console/states.tsx';
import { call } from './api.ts';

const USUAL_PER_MINUTE = 600;
const MOST_PER_MINUTE = 100_000;

/** Gives a key to an app; the key stands on the screen until somebody says that it is copied. */
export function KeyForm({ onMade }: { onMade: () => unknown }) {
  const { t } = useTranslation();
  const [name, setName] = useState('');
  const [contact, setContact] = useState('');
  const [perMinute, setPerMinute] = useState(USUAL_PER_MINUTE);
  const { mutate, data, error, isPending, reset } = useMutation({
    mutationFn: () => call('POST /api/open311/clients', { body: { name, contact, perMinute } }),
    onSuccess: () => {
      setName('');
      setContact('');
      onMade();
    },
    gcTime: 0,
  });
  const form = useRef<HTMLFormElement>(null);
  const { faultOf, elsewhere } = useRefusedFields(form, error);
  if (data)
    return (
      <div role="status">
        <p>{t('open311Keys.shown')}</p>
        <p>
          <code>{data.key}</code>
        </p>
        <Button onClick={reset}>{t('open311Keys.done')}</Button>
      </div>
    );
  return (
    <form
      ref={form}
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        mutate();
      }}
    >
      <Field label={t('open311Keys.name')} hint={t('open311Keys.nameHint')} fault={faultOf('name')}>
        {(control) => <Input {...control} value={name} onChange={({ target }) => setName(target.value)} />}
      </Field>
      <Field label={t('open311Keys.contact')} hint={t('open311Keys.contactHint')} fault={faultOf('contact')}>
        {(control) => <Input {...control} value={contact} onChange={({ target }) => setContact(target.value)} />}
      </Field>
      <Field label={t('open311Keys.perMinute')}>
        {(control) => (
          <InputNumber
            {...control}
            min={1}
            max={MOST_PER_MINUTE}
            precision={0}
            value={perMinute}
            onChange={(value) => setPerMinute(value ?? USUAL_PER_MINUTE)}
          />
        )}
      </Field>
      <FailureLine failure={elsewhere} />
      <div className="form-end">
        <Button type="primary" htmlType="submit" loading={isPending}>
          {t('open311Keys.make')}
        </Button>
      </div>
    </form>
  );
}
