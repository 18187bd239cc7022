import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../../ui/console/language.ts';
import type { Me, SignedIn } from '../contract/session-routes.ts';
import { DemoPeople } from './demo-people.tsx';
import { SignInForm } from './sign-in-form.tsx';

type Props = {
  readonly demo: boolean;
  readonly district: Me['district'];
  readonly ssoName: Me['district'] | null;
  readonly enter: (who: SignedIn) => void;
};

/** The door (登录): name and password, single sign-on where there is one, and in the demo district the ready sign-ins. */
export function SignInPage({ demo, district, ssoName, enter }: Props) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const fault = new URLSearchParams(location.search).get('sso');
  return (
    <main className="sign-in" data-demo={demo}>
      <section aria-labelledby="sign-in">
        <h1 id="sign-in">
          {say(district)} · {t('signIn.title')}
        </h1>
        {fault && (
          <p className="failure" role="alert">
            {t([`signIn.ssoFaults.${fault}`, 'signIn.ssoFaults.failed'])}
          </p>
        )}
        <SignInForm enter={enter} />
        {ssoName && (
          <p className="sso">
            <a href="/sso/start">{t('signIn.sso', { name: say(ssoName) })}</a>
          </p>
        )}
      </section>
      {demo && <DemoPeople enter={enter} />}
    </main>
  );
}
