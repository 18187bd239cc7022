import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../../ui/console/language.ts';
import type { Me } from '../contract/session-routes.ts';
import { DemoPeople } from './demo-people.tsx';
import { SignInForm } from './sign-in-form.tsx';

type Props = { readonly demo: boolean; readonly district: Me['district']; readonly enter: (me: Me) => void };

/** The door (登录): name and password, and in the demo district the ready sign-ins. */
export function SignInPage({ demo, district, enter }: Props) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  return (
    <main className="sign-in" data-demo={demo}>
      <section aria-labelledby="sign-in">
        <h1 id="sign-in">
          {say(district)} · {t('signIn.title')}
        </h1>
        <SignInForm enter={enter} />
      </section>
      {demo && <DemoPeople enter={enter} />}
    </main>
  );
}
