import { Button } from 'antd';
import { useTranslation } from 'react-i18next';

/** Recovery codes (恢复码), shown this once, to be written down or printed. */
export function RecoveryCodes({ codes }: { codes: readonly string[] }) {
  const { t } = useTranslation();
  return (
    <section className="recovery-codes" aria-label={t('account.codes.title')}>
      <h3>{t('account.codes.title')}</h3>
      <p>{t('account.codes.about')}</p>
      <ul>
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <Button onClick={() => print()}>{t('account.codes.print')}</Button>
    </section>
  );
}
