import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { accountsKey, call } from './api.ts';
import { FirstPassword } from './first-password.tsx';
import { TypedForm } from './typed-form.tsx';

/** Creating an account (新建账号); its first password is shown once. */
export function NewAccountForm() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [commandId, setCommandId] = useState(() => crypto.randomUUID());
  const [made, setMade] = useState<{ login: string; firstPassword: string }>();
  if (made)
    return (
      <>
        <FirstPassword login={made.login} password={made.firstPassword} />
        <Button
          onClick={() => {
            setMade(undefined);
            setCommandId(crypto.randomUUID());
          }}
        >
          {t('accountAdmin.another')}
        </Button>
      </>
    );
  return (
    <TypedForm
      lines={[
        { name: 'nameZh', label: t('accountAdmin.nameZh') },
        { name: 'nameEn', label: t('accountAdmin.nameEn'), hint: t('accountAdmin.nameEnHint') },
        { name: 'login', label: t('signIn.login'), hint: t('accountAdmin.loginHint') },
      ]}
      button={t('accountAdmin.create')}
      send={({ login = '', nameZh = '', nameEn = '' }) =>
        call('POST /api/accounts', { body: { commandId, login, nameZh, nameEn } })
      }
      done={(answer) => {
        setMade(answer);
        void client.invalidateQueries({ queryKey: accountsKey });
      }}
    />
  );
}
