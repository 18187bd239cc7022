import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useEffect, useRef, useState, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { failureOf } from '../../../ui/console/failure.ts';
import { focusFirstFault } from '../../../ui/console/field.tsx';
import { FailureLine } from '../../../ui/console/states.tsx';
import { cache } from './staff-api.ts';

type Props = {
  readonly title: string;
  readonly act: string;
  /** Names of the fields that are still empty; a form with such is not sent. */
  readonly missing: readonly string[];
  readonly send: (commandId: string) => Promise<unknown>;
  readonly close: () => void;
  readonly danger?: boolean;
  /** The fields, told which of them to mark as missing. */
  readonly children: (faultOf: (name: string) => string | undefined) => ReactNode;
};

/** One change of staff (任免变动): what it asks, one button named for what it does, and the refusal in words beside it. */
export function ChangeForm({ title, act, missing, send, close, danger = false, children }: Props) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const form = useRef<HTMLFormElement>(null);
  const commandId = useRef(crypto.randomUUID());
  const [tried, setTried] = useState(false);
  useEffect(() => form.current?.querySelector<HTMLElement>('input, select, textarea')?.focus(), []);
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => send(commandId.current),
    onSuccess: () => {
      close();
      void client.invalidateQueries({ queryKey: cache.all });
      void client.invalidateQueries({ queryKey: ['matters'] });
    },
    onError: (thrown) => {
      if (failureOf(thrown).kind === 'refused') commandId.current = crypto.randomUUID();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (missing.length > 0) setTimeout(() => focusFirstFault(form.current));
    else if (!isPending) mutate();
  };
  const faultOf = (name: string) => (tried && missing.includes(name) ? t('form.missing') : undefined);
  return (
    <form
      ref={form}
      className="form change"
      aria-label={title}
      noValidate
      onSubmit={submit}
      onKeyDown={(event) => event.key === 'Escape' && close()}
    >
      {children(faultOf)}
      <FailureLine failure={error ? failureOf(error) : undefined} />
      <div className="form-end">
        <Button type="primary" danger={danger} htmlType="submit" loading={isPending}>
          {act}
        </Button>
        <Button onClick={close}>{t('step.close')}</Button>
      </div>
    </form>
  );
}
