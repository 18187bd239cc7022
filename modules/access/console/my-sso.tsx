import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../../ui/console/language.ts';
import type { OwnAccount } from '../contract/account-routes.ts';
import { call } from './api.ts';
import { TypedForm } from './typed-form.tsx';

/** The link between my account and single sign-on (单点登录), where the district has one. */
export function MySso({ account }: { account: OwnAccount }) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const client = useQueryClient();
  const { ssoName, isLinked, asksPassword } = account;
  const fault = new URLSearchParams(location.search).get('sso');
  if (ssoName === null) return null;
  const name = say(ssoName);
  return (
    <section aria-labelledby="sso">
      <h2 id="sso">{name}</h2>
      {fault && (
        <p className="failure" role="alert">
          {t([`signIn.ssoFaults.${fault}`, 'signIn.ssoFaults.failed'])}
        </p>
      )}
      {!isLinked && asksPassword && <p>{t('account.sso.freshly', { name })}</p>}
      {!isLinked && !asksPassword && (
        <p>
          <a href="/sso/start?link=1">{t('account.sso.link', { name })}</a>
        </p>
      )}
      {isLinked && (
        <>
          <p>{t('account.sso.linked', { name })}</p>
          <details>
            <summary>{t('account.sso.unlink')}</summary>
            <TypedForm
              danger
              lines={
                asksPassword
                  ? [
                      {
                        name: 'password',
                        label: t('account.password.again'),
                        secret: true,
                        autoComplete: 'current-password',
                      },
                    ]
                  : []
              }
              button={t('account.sso.unlink')}
              send={({ password = '' }) => call('POST /api/account/sso/unlink', { body: { password } })}
              done={() => void client.invalidateQueries()}
            />
          </details>
        </>
      )}
    </section>
  );
}
