import { useMutation } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { failureOf } from '../../../ui/console/failure.ts';
import { Field } from '../../../ui/console/field.tsx';
import { FailureLine } from '../../../ui/console/states.tsx';
import type { SignedIn } from '../contract/session-routes.ts';
import { call } from './api.ts';

/** Name and password. */
export function SignInForm({ enter }: { enter: (who: SignedIn) => void }) {
  const { t } = useTranslation();
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const [tried, setTried] = useState(false);
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => call('POST /api/session', { body: { login: login.trim(), password } }),
    onSuccess: (who) => enter(who),
  });
  const send = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (login.trim() !== '' && password !== '') mutate();
  };
  const missing = (value: string) => (tried && value.trim() === '' ? t('form.missing') : undefined);
  const failure = error ? failureOf(error) : undefined;
  return (
    <form onSubmit={send} noValidate className="form">
      <Field label={t('signIn.login')} fault={missing(login)}>
        {(control) => (
          <Input
            {...control}
            size="large"
            autoComplete="username"
            value={login}
            onChange={({ target }) => setLogin(target.value)}
          />
        )}
      </Field>
      <Field label={t('signIn.password')} fault={missing(password)}>
        {(control) => (
          <Input
            {...control}
            size="large"
            type="password"
            autoComplete="current-password"
            value={password}
            onChange={({ target }) => setPassword(target.value)}
          />
        )}
      </Field>
      <FailureLine
        failure={failure?.kind === 'signedOut' && failure.message ? { ...failure, kind: 'refused' } : failure}
      />
      <Button type="primary" size="large" htmlType="submit" loading={isPending}>
        {t('signIn.enter')}
      </Button>
    </form>
  );
}
