import { Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import type { SignedIn } from '../contract/session-routes.ts';
import { DemoPeople } from './demo-people.tsx';
import { SignInForm } from './sign-in-form.tsx';

type Props = { readonly open: boolean; readonly demo: boolean; readonly enter: (who: SignedIn) => void };

/** The session has ended under an open page: sign in again over it, so that nothing typed is lost. */
export function SignInAgain({ open, demo, enter }: Props) {
  const { t } = useTranslation();
  return (
    <Modal
      open={open}
      title={t('signIn.again')}
      footer={null}
      closable={false}
      keyboard={false}
      mask={{ closable: false }}
      destroyOnHidden
    >
      <p>{t('signIn.againAbout')}</p>
      <SignInForm enter={enter} />
      {demo && <DemoPeople enter={enter} />}
    </Modal>
  );
}
