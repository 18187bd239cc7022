import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTimes } from '../../../ui/console/times.ts';
import type { OwnAccount } from '../contract/account-routes.ts';
import type { SignedIn } from '../contract/session-routes.ts';
import { call } from './api.ts';
import { FactorSetup } from './factor-setup.tsx';
import { passwordAgain } from './password-again.ts';
import { RecoveryCodes } from './recovery-codes.tsx';
import { TypedForm } from './typed-form.tsx';

type Props = { readonly account: OwnAccount; readonly enter: (who: SignedIn) => void };

/** My second factor: set it up, make new recovery codes, remove it. */
export function MyFactor({ account, enter }: Props) {
  const { t } = useTranslation();
  const { day, due } = useTimes();
  const client = useQueryClient();
  const [codes, setCodes] = useState<readonly string[]>();
  const { factorSince, factorDueAt, asksPassword, recoveryCodesLeft } = account;
  const reload = () => void client.invalidateQueries();
  const again = passwordAgain(t, asksPassword);
  return (
    <section aria-labelledby="factor">
      <h2 id="factor">{t('account.factor.title')}</h2>
      {factorDueAt !== null && factorSince === null && <p>{t('notices.factorDue', { due: due(factorDueAt) })}</p>}
      {factorSince === null && (
        <details open={factorDueAt !== null}>
          <summary>{t('account.factor.setUp')}</summary>
          <FactorSetup asksPassword={asksPassword} enter={enter} />
        </details>
      )}
      {factorSince !== null && (
        <>
          <p>{t('account.factor.since', { day: day(factorSince), count: recoveryCodesLeft })}</p>
          {codes && <RecoveryCodes codes={codes} />}
          <details>
            <summary>{t('account.codes.renew')}</summary>
            <p>{t('account.codes.renewAbout')}</p>
            <TypedForm
              lines={again}
              button={t('account.codes.renew')}
              send={({ password = '' }) => call('POST /api/account/factor/codes', { body: { password } })}
              done={({ recoveryCodes }) => {
                setCodes(recoveryCodes);
                reload();
              }}
            />
          </details>
          {factorDueAt === null ? (
            <details>
              <summary>{t('account.factor.remove')}</summary>
              <p>{t('account.factor.removeAbout')}</p>
              <TypedForm
                danger
                lines={again}
                button={t('account.factor.remove')}
                send={({ password = '' }) => call('POST /api/account/factor/remove', { body: { password } })}
                done={reload}
              />
            </details>
          ) : (
            <p className="hint">{t('account.factor.required')}</p>
          )}
        </>
      )}
    </section>
  );
}
