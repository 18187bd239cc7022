import { useTranslation } from 'react-i18next';
import type { SignedIn } from '../contract/session-routes.ts';
import { call } from './api.ts';
import { TypedForm } from './typed-form.tsx';

/** Choosing another password (修改密码); what a good one is, is said before anything is typed. */
export function PasswordForm({ enter, focus = false }: { enter: (who: SignedIn) => void; focus?: boolean }) {
  const { t } = useTranslation();
  return (
    <TypedForm
      focus={focus}
      lines={[
        { name: 'old', label: t('account.password.old'), secret: true, autoComplete: 'current-password' },
        {
          name: 'next',
          label: t('account.password.next'),
          hint: t('account.password.rule'),
          secret: true,
          autoComplete: 'new-password',
        },
      ]}
      button={t('account.password.change')}
      send={({ old = '', next = '' }) => call('POST /api/account/password', { body: { old, next } })}
      done={enter}
    />
  );
}
