import { useState } from 'react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ReceiptSlip } from './receipt-slip.tsx';
import { RegisterForm } from './register-form.tsx';
import type { Registered } from './registration.ts';

/**
 * Takes down a request for a resident (代录) and hands over the slip with number and code.
 *
 * @param session the listening session at which it was said, to which one then goes back
 */
export function RegisterPage({ session }: { session?: string | undefined }) {
  const { t } = useTranslation();
  const [registered, setRegistered] = useState<Registered>();
  return (
    <main id="main" className="reading">
      {registered ? (
        <ReceiptSlip registered={registered} another={() => setRegistered(undefined)} session={session} />
      ) : (
        <>
          <h1>{t('register.title')}</h1>
          <p className="hint">{t('register.about')}</p>
          <p className="actions">
            <span>{t('register.danger')}</span>
            <Link to="/open/$id" params={{ id: 'urgent-signal' }}>
              {t('register.signal')}
            </Link>
          </p>
          {session !== undefined && <p className="note">{t('register.forSession')}</p>}
          <RegisterForm done={setRegistered} />
        </>
      )}
    </main>
  );
}
