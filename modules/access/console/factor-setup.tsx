import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SignedIn } from '../contract/session-routes.ts';
import { call } from './api.ts';
import { passwordAgain } from './password-again.ts';
import { RecoveryCodes } from './recovery-codes.tsx';
import { TypedForm } from './typed-form.tsx';

type Offered = { readonly key: string; readonly address: string; readonly qr: string };
type Props = { readonly asksPassword: boolean; readonly enter: (who: SignedIn) => void };

/** Setting up the second factor (两步验证): get a key, scan or type it, show that it arrived, keep the recovery codes. */
export function FactorSetup({ asksPassword, enter }: Props) {
  const { t } = useTranslation();
  const [offered, setOffered] = useState<Offered>();
  const [confirmed, setConfirmed] = useState<SignedIn & { recoveryCodes: string[] }>();
  if (confirmed)
    return (
      <>
        <p role="status">{t('account.factor.isSet')}</p>
        <RecoveryCodes codes={confirmed.recoveryCodes} />
        <Button type="primary" onClick={() => enter({ me: confirmed.me, owes: confirmed.owes })}>
          {t('account.codes.kept')}
        </Button>
      </>
    );
  if (!offered)
    return (
      <>
        <p>{t('account.factor.about')}</p>
        <TypedForm
          lines={passwordAgain(t, asksPassword)}
          button={t('account.factor.begin')}
          send={({ password = '' }) => call('POST /api/account/factor/offer', { body: { password } })}
          done={setOffered}
        />
      </>
    );
  return (
    <div className="factor-setup">
      <ol>
        <li>
          {t('account.factor.scan')}
          <img
            src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(offered.qr)}`}
            width={200}
            height={200}
            alt={t('account.factor.qr')}
          />
          <p className="hint">{t('account.factor.type')}</p>
          <p>
            <code>{offered.key.replace(/(.{4})(?=.)/g, '$1 ')}</code>
          </p>
        </li>
        <li>
          {t('account.factor.show')}
          <TypedForm
            lines={[{ name: 'code', label: t('account.factor.code'), digits: true, autoComplete: 'one-time-code' }]}
            button={t('account.factor.confirm')}
            send={({ code = '' }) => call('POST /api/account/factor/confirm', { body: { code } })}
            done={setConfirmed}
          />
        </li>
      </ol>
    </div>
  );
}
