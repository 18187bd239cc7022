import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Modal } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { onProofWanted } from '../../../ui/console/prove-again.ts';
import { LoadFailed, Loading } from '../../../ui/console/states.tsx';
import { accountKey, call } from './api.ts';
import { passwordAgain } from './password-again.ts';
import { TypedForm, type Line } from './typed-form.tsx';

/** Asks over the open page for password and code (再次确认身份) when a step waits for it; the step then goes on with what was typed. */
export function ProveAgain() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [open, setOpen] = useState(false);
  const answer = useRef<(proved: boolean) => void>(undefined);
  useEffect(() => {
    onProofWanted(() => {
      setOpen(true);
      return new Promise((resolve) => (answer.current = resolve));
    });
    return () => onProofWanted(undefined);
  }, []);
  const close = (proved: boolean) => {
    setOpen(false);
    answer.current?.(proved);
    if (proved) void client.invalidateQueries({ queryKey: accountKey });
  };
  return (
    <Modal
      open={open}
      title={t('signIn.prove')}
      footer={null}
      mask={{ closable: false }}
      onCancel={() => close(false)}
      destroyOnHidden
    >
      <p>{t('signIn.proveAbout')}</p>
      <Proof done={() => close(true)} />
    </Modal>
  );
}

function Proof({ done }: { done: () => void }) {
  const { t } = useTranslation();
  const account = useQuery({ queryKey: accountKey, queryFn: () => call('GET /api/account') });
  if (account.isPending) return <Loading />;
  if (account.isError) return <LoadFailed error={account.error} retry={account.refetch} />;
  const { hasPassword, factorSince } = account.data;
  const code: Line = { name: 'code', label: t('signIn.code'), digits: true, autoComplete: 'one-time-code' };
  return (
    <TypedForm
      focus
      lines={[...passwordAgain(t, hasPassword), ...(factorSince === null ? [] : [code])]}
      button={t('signIn.proveDone')}
      send={({ password = '', code: typed = '' }) =>
        call('POST /api/account/prove', { body: { password, code: typed } })
      }
      done={done}
    />
  );
}
