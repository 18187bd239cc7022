import type { TFunction } from 'i18next';
import type { Line } from './typed-form.tsx';

/** What asks for the password once more (再输一次密码) before something that guards the account changes; nothing where none is set. */
export const passwordAgain = (t: TFunction, asksPassword: boolean): readonly Line[] =>
  asksPassword
    ? [
        {
          name: 'password',
          label: t('account.password.again'),
          hint: t('account.password.againWhy'),
          secret: true,
          autoComplete: 'current-password',
        },
      ]
    : [];
