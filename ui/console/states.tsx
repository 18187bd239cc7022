import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { failureOf, type Failure } from './failure.ts';
import { useLanguage } from './language.ts';

/** What a failure says to the person: the server's own words where there are some. */
export function useFailureWords() {
  const { t } = useTranslation();
  const { say } = useLanguage();
  return (failure: Failure) => {
    if (failure.kind === 'offline') return t('failure.offline');
    if (failure.kind === 'signedOut') return t('failure.signedOut');
    return failure.message ? say(failure.message) : t('failure.fault');
  };
}

/** A failure beside the button that met it; read aloud at once. */
export function FailureLine({ failure }: { failure: Failure | undefined }) {
  const words = useFailureWords();
  return <div role="alert">{failure && <p className={`failure failure-${failure.kind}`}>{words(failure)}</p>}</div>;
}

/** Instead of a page or list that could not be loaded: what is the case and what to do now; a "no" does not change by asking again. */
export function LoadFailed({ error, retry }: { error: unknown; retry: () => unknown }) {
  const { t } = useTranslation();
  const words = useFailureWords();
  const failure = failureOf(error);
  return (
    <div className="state" role="alert">
      <p>{failure.kind === 'offline' ? t('failure.notLoaded') : words(failure)}</p>
      {failure.kind !== 'refused' && <Button onClick={() => void retry()}>{t('failure.again')}</Button>}
    </div>
  );
}

/** The same where the whole page stands on what could not be loaded; `children` lead back to where it was chosen. */
export function PageNotLoaded({
  error,
  retry,
  children,
}: {
  error: unknown;
  retry: () => unknown;
  children?: ReactNode;
}) {
  const { t } = useTranslation();
  return (
    <main id="main" className="state">
      <h1 className="state-title">{t('failure.notOpened')}</h1>
      <LoadFailed error={error} retry={retry} />
      {children ?? <Link to="/">{t('notFound.home')}</Link>}
    </main>
  );
}

/** Instead of a page that the present post has no use for; the menus show it only to whom it is for. */
export function NotForPost() {
  const { t } = useTranslation();
  return (
    <main id="main" className="state">
      <h1 className="state-title">{t('notForPost.title')}</h1>
      <p>{t('notForPost.about')}</p>
      <Link to="/">{t('notFound.home')}</Link>
    </main>
  );
}

/** A page that could not be put up: its files are out of reach, or were replaced by a new release. */
export function PageFailed() {
  const { t } = useTranslation();
  return (
    <main id="main" className="state" role="alert">
      <h1 className="state-title">{t('failure.notOpened')}</h1>
      <p>{t('failure.page')}</p>
      <Button onClick={() => location.reload()}>{t('failure.reload')}</Button>
    </main>
  );
}

export function Loading() {
  const { t } = useTranslation();
  return (
    <p className="state" role="status">
      {t('loading')}
    </p>
  );
}

/** Nothing there: what is the case, and what to do now. */
export function Empty({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="state">
      <p className="state-title">{title}</p>
      {children}
    </div>
  );
}
