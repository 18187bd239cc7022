import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../../ui/console/language.ts';
import { Loading, PageNotLoaded } from '../../../ui/console/states.tsx';
import type { SignedIn } from '../contract/session-routes.ts';
import { AccountEvents } from './account-events.tsx';
import { accountKey, call } from './api.ts';
import { MyFactor } from './my-factor.tsx';
import { MySessions } from './my-sessions.tsx';
import { MySso } from './my-sso.tsx';
import { PasswordForm } from './password-form.tsx';
import { useEnter, useMe } from './session.ts';

/** My account (我的账号): who I am, how I sign in, where I am signed in, what was done to the account. */
export function MyAccountPage() {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const me = useMe();
  const put = useEnter();
  const [isChanged, setChanged] = useState(false);
  const account = useQuery({ queryKey: accountKey, queryFn: () => call('GET /api/account') });
  const enter = (who: SignedIn) => {
    put(who);
    void account.refetch();
  };
  if (account.isPending) return <Loading />;
  if (account.isError) return <PageNotLoaded error={account.error} retry={account.refetch} />;
  const { data } = account;
  return (
    <main id="main" className="reading account-page">
      <h1>{t('account.title')}</h1>
      <dl className="facts">
        <dt>{t('account.name')}</dt>
        <dd>{say(data.name)}</dd>
        <dt>{t('signIn.login')}</dt>
        <dd>{data.login}</dd>
        <dt>{t('account.posts')}</dt>
        <dd>
          {me.posts.length === 0
            ? t('post.none')
            : me.posts.map((post) => `${say(post.body)} · ${say(post.name)}`).join(t('semicolon'))}
        </dd>
      </dl>
      <section aria-labelledby="password">
        <h2 id="password">{t('account.password.title')}</h2>
        {isChanged && <p role="status">{t('account.password.changed')}</p>}
        {data.hasPassword ? (
          <details>
            <summary>{t('account.password.change')}</summary>
            <PasswordForm
              key={String(isChanged)}
              enter={(who) => {
                setChanged(true);
                enter(who);
              }}
            />
          </details>
        ) : (
          <p>{t('account.password.none')}</p>
        )}
      </section>
      <MyFactor account={data} enter={enter} />
      <MySso account={data} />
      <MySessions sessions={data.sessions} />
      <AccountEvents events={data.events} />
    </main>
  );
}
