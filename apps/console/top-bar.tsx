import { useMutation } from '@tanstack/react-query';
import { Link, useRouterState } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { callSession, PostSwitch, type Me, type SignedIn } from '../../modules/access/console/index.ts';
import { Bell } from '../../modules/notices/console/index.ts';
import { failureOf } from '../../ui/console/failure.ts';
import { useLanguage } from '../../ui/console/language.ts';
import { FailureLine } from '../../ui/console/states.tsx';
import { LanguageSwitch } from './language-switch.tsx';
import { entriesFor } from './manage-entries.ts';
import { sectionOf } from './sections.ts';

type Props = { readonly me?: Me; readonly enter: (who: SignedIn) => void; readonly leave: () => void };

/** District, the few pages, who I am in which post, language, sign out. */
export function TopBar({ me, enter, leave }: Props) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const section = useRouterState({ select: ({ location }) => sectionOf(location.pathname) });
  const isIn = (...names: string[]) => (section && names.includes(section) ? { 'aria-current': true } : {});
  const coordinates = me?.permissions.includes('matters.read') ?? false;
  const signOut = useMutation({ mutationFn: () => callSession('DELETE /api/session'), onSuccess: leave });
  return (
    <header className="top-bar">
      <p className="brand">
        {me ? say(me.district) : ''} <span>{t('name')}</span>
      </p>
      {me && (
        <nav aria-label={t('nav.title')}>
          {(!me.post || me.permissions.includes('matters.read')) && (
            <Link to="/" activeOptions={{ exact: true, includeSearch: false }}>
              {t('nav.queue')}
            </Link>
          )}
          {me.permissions.includes('matters.step') && <Link to="/day">{t('nav.day')}</Link>}
          {me.permissions.includes('matters.register') && <Link to="/register">{t('nav.register')}</Link>}
          {me.permissions.includes('figures.read') && (
            <Link to="/overview" {...isIn('overview', ...(coordinates ? [] : ['coordination']))}>
              {t('nav.overview')}
            </Link>
          )}
          {coordinates && (
            <Link to="/coordination" {...isIn('coordination')}>
              {t('nav.coordination')}
            </Link>
          )}
          <Link to="/procedures">{t('nav.procedures')}</Link>
          {entriesFor(me.permissions).length > 0 && <Link to="/manage">{t('nav.manage')}</Link>}
        </nav>
      )}
      {me && (
        <div className="who">
          {me.permissions.includes('matters.read') && <Bell />}
          <Link to="/account" className="my-account" aria-label={t('nav.account', { name: say(me.name) })}>
            {say(me.name)}
          </Link>
          <PostSwitch enter={enter} />
          <Button type="text" loading={signOut.isPending} onClick={() => signOut.mutate()}>
            {t('signOut')}
          </Button>
        </div>
      )}
      <LanguageSwitch />
      {signOut.isError && <FailureLine failure={failureOf(signOut.error)} />}
    </header>
  );
}
