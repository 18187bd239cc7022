import { useTranslation } from 'react-i18next';

/** A first password (初始密码), to be handed to the person; it is not shown again. */
export function FirstPassword({ login, password }: { login: string; password: string }) {
  const { t } = useTranslation();
  return (
    <section className="slip" aria-label={t('accountAdmin.firstPassword')} role="status">
      <dl className="slip-codes">
        <dt>{t('signIn.login')}</dt>
        <dd>{login}</dd>
        <dt>{t('accountAdmin.firstPassword')}</dt>
        <dd>{password}</dd>
      </dl>
      <p>{t('accountAdmin.firstPasswordAbout')}</p>
    </section>
  );
}
