import { useQueryClient } from '@tanstack/react-query';
import { Outlet, useNavigate, useRouterState } from '@tanstack/react-router';
import { lazy, Suspense, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import {
  MeProvider,
  Notices,
  OwedStep,
  loadProveAgain,
  loadSignInAgain,
  SignInPage,
  useEnter,
  useSession,
  type SignedIn,
} from '../../modules/access/console/index.ts';
import { useLanguage } from '../../ui/console/language.ts';
import { LoadFailed, Loading } from '../../ui/console/states.tsx';
import { ZoneContext } from '../../ui/console/times.ts';
import { KeyHelp } from './key-help.tsx';
import { noteSignedOut, useSignedOut } from './signed-out.ts';
import { TopBar } from './top-bar.tsx';

const SignInAgain = lazy(async () => ({ default: (await loadSignInAgain()).SignInAgain }));

const ProveAgain = lazy(async () => ({ default: (await loadProveAgain()).ProveAgain }));

/** Around every page: the bar, the keys, and the door when nobody is signed in. */
export function Shell() {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const session = useSession();
  const signedOut = useSignedOut();
  const client = useQueryClient();
  const navigate = useNavigate();
  const put = useEnter();
  // The wall of a meeting room has nothing to press.
  const isWall = useRouterState({ select: ({ location }) => location.pathname.endsWith('/wall') });
  const me = session.data?.me ?? null;
  const demo = session.data?.demo ?? false;

  useEffect(() => {
    document.title = me ? t('title', { district: say(me.district) }) : t('name');
  });

  // Fetched while all is well: when the session ends the files may be out of reach, and what was typed must not be lost.
  const isIn = me !== null;
  useEffect(() => {
    if (isIn) void loadSignInAgain();
  }, [isIn]);

  /** Another person, or another post, begins at home; the same one goes on where the page stands. */
  const enter = (who: SignedIn) => {
    noteSignedOut(false);
    const now = who.me;
    const isSame = me !== null && me.accountId === now?.accountId && me.post?.id === now.post?.id;
    if (isSame) return void client.invalidateQueries();
    if (me !== null) void navigate({ to: '/' });
    put(who);
  };
  const leave = () => {
    put({ me: null, owes: null });
    void navigate({ to: '/' });
  };

  if (session.isPending) return <Loading />;
  if (session.isError) return <LoadFailed error={session.error} retry={session.refetch} />;
  if (session.data.owes)
    return (
      <>
        <TopBar enter={enter} leave={leave} />
        <OwedStep owes={session.data.owes} enter={enter} leave={leave} />
      </>
    );
  if (!me)
    return (
      <>
        <TopBar enter={enter} leave={leave} />
        <SignInPage demo={demo} district={session.data.district} ssoName={session.data.ssoName} enter={enter} />
      </>
    );
  return (
    <MeProvider value={me}>
      <ZoneContext value={me.timeZone}>
        <a href="#main" className="skip">
          {t('skip')}
        </a>
        {!isWall && <TopBar me={me} enter={enter} leave={leave} />}
        {!isWall && <Notices />}
        <Suspense fallback={<Loading />} key={`${me.accountId} ${me.post?.id}`}>
          <Outlet />
        </Suspense>
        {!isWall && <KeyHelp />}
        {!isWall && (
          <Suspense fallback={null}>
            <ProveAgain />
          </Suspense>
        )}
        {signedOut && (
          <Suspense fallback={null}>
            <SignInAgain open demo={demo} enter={enter} />
          </Suspense>
        )}
      </ZoneContext>
    </MeProvider>
  );
}
