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

/** Instead of a page or list that could not be loaded: what is the case and what to do now. */
export function LoadFailed({ error, retry }: { error: unknown; retry: () => unknown }) {
  const { t } = useTranslation();
  const words = useFailureWords();
  const failure = failureOf(error);
  return (
    <div className="state" role="alert">
      <p>{failure.kind === 'offline' ? t('failure.notLoaded') : words(failure)}</p>
      <Button onClick={() => void retry()}>{t('failure.again')}</Button>
    </div>
  );
}

/** A page that could not be put up: its files are out of reach, or were replaced by a new release. */
export function PageFailed() {
  const { t } = useTranslation();
  return (
    <div className="state" role="alert">
      <p>{t('failure.page')}</p>
      <Button onClick={() => location.reload()}>{t('failure.reload')}</Button>
    </div>
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
