import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { SignedIn } from '../contract/session-routes.ts';
import { call } from './api.ts';
import { FactorSetup } from './factor-setup.tsx';
import { PasswordForm } from './password-form.tsx';
import { TypedForm } from './typed-form.tsx';

type Props = {
  readonly owes: NonNullable<SignedIn['owes']>;
  readonly enter: (who: SignedIn) => void;
  readonly leave: () => void;
};

/** What has to be done before anything opens (登录后必办): the code, a password of one's own, or setting up the factor. */
export function OwedStep({ owes, enter, leave }: Props) {
  const { t } = useTranslation();
  const about = { factor: t('owed.factorAbout'), password: t('owed.passwordAbout'), setup: t('owed.setupAbout') };
  const titles = { factor: t('owed.factor'), password: t('owed.password'), setup: t('owed.setup') };
  return (
    <main id="main" className="sign-in">
      <section aria-labelledby="owed">
        <h1 id="owed">{titles[owes]}</h1>
        <p>{about[owes]}</p>
        {owes === 'factor' && (
          <TypedForm
            focus
            lines={[{ name: 'code', label: t('owed.code'), hint: t('owed.codeHint'), autoComplete: 'one-time-code' }]}
            button={t('owed.enter')}
            send={({ code = '' }) => call('POST /api/session/factor', { body: { code } })}
            done={enter}
          />
        )}
        {owes === 'password' && <PasswordForm enter={enter} focus />}
        {owes === 'setup' && <FactorSetup asksPassword={false} enter={enter} />}
        <p className="page-foot">
          <Button type="text" onClick={() => void call('DELETE /api/session').then(leave)}>
            {t('owed.leave')}
          </Button>
        </p>
      </section>
    </main>
  );
}
