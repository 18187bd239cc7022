import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LoadFailed, Loading } from '../../../ui/console/states.tsx';
import { AccountEvents } from './account-events.tsx';
import { accountsKey, call } from './api.ts';
import { FirstPassword } from './first-password.tsx';
import { TypedForm } from './typed-form.tsx';
import { useMe, useSession } from './session.ts';

type Deed = { readonly name: 'password' | 'factor' | 'locked' | 'active' | 'ended'; readonly danger?: boolean };

/** One account of somebody else: what may be done to it, each with a reason, and what was done. */
export function AccountPanel({ accountId }: { accountId: string }) {
  const { t } = useTranslation();
  const me = useMe();
  const hasSso = (useSession().data?.ssoName ?? null) !== null;
  const client = useQueryClient();
  const [firstPassword, setFirstPassword] = useState<string>();
  const [commandId, setCommandId] = useState(() => crypto.randomUUID());
  const account = useQuery({
    queryKey: [...accountsKey, 'one', accountId],
    queryFn: () => call('GET /api/accounts/:id', { params: { id: accountId } }),
  });
  if (account.isPending) return <Loading />;
  if (account.isError) return <LoadFailed error={account.error} retry={account.refetch} />;
  const { login, state, factorSince, events, hasPassword } = account.data;
  const after = (password?: string) => {
    setFirstPassword(password);
    setCommandId(crypto.randomUUID());
    void client.invalidateQueries({ queryKey: accountsKey });
  };
  const deeds: Deed[] =
    state === 'ended'
      ? []
      : [
          ...(hasPassword ? [{ name: 'password' } as const] : []),
          ...(factorSince ? [{ name: 'factor' } as const] : []),
          state === 'locked' ? { name: 'active' } : { name: 'locked', danger: true },
          { name: 'ended', danger: true },
        ];
  const act = async ({ name }: Deed, reason: string): Promise<string | undefined> => {
    const given = { params: { id: accountId }, body: { commandId, reason } };
    if (name === 'password') return (await call('POST /api/accounts/:id/password', given)).firstPassword;
    if (name === 'factor') await call('POST /api/accounts/:id/factor', given);
    else await call('POST /api/accounts/:id/state', { ...given, body: { ...given.body, to: name } });
    return undefined;
  };
  return (
    <div className="account-panel">
      {firstPassword && <FirstPassword login={login} password={firstPassword} />}
      {me.accountId === accountId ? (
        <p>{t('accountAdmin.own')}</p>
      ) : (
        deeds.map((deed) => (
          <details key={deed.name}>
            <summary>{t(`accountAdmin.deeds.${deed.name}.name`)}</summary>
            <p>{t(`accountAdmin.deeds.${deed.name}.about`)}</p>
            <TypedForm
              danger={deed.danger ?? false}
              lines={[{ name: 'reason', label: t('accountAdmin.reason'), hint: t('accountAdmin.reasonHint') }]}
              button={t(`accountAdmin.deeds.${deed.name}.name`)}
              send={({ reason = '' }) => act(deed, reason)}
              done={after}
            />
          </details>
        ))
      )}
      {hasSso && state !== 'ended' && me.accountId !== accountId && (
        <details>
          <summary>{t('accountAdmin.deeds.sso.name')}</summary>
          <p>{t('accountAdmin.deeds.sso.about')}</p>
          <TypedForm
            lines={[
              { name: 'subject', label: t('accountAdmin.subject'), optional: true },
              { name: 'reason', label: t('accountAdmin.reason'), hint: t('accountAdmin.reasonHint') },
            ]}
            button={t('accountAdmin.deeds.sso.name')}
            send={({ subject = '', reason = '' }) =>
              call('POST /api/accounts/:id/sso', { params: { id: accountId }, body: { subject, reason } })
            }
            done={() => after()}
          />
        </details>
      )}
      <AccountEvents events={events} />
    </div>
  );
}
