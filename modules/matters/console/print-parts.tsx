import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../../ui/console/language.ts';
import { useTimes } from '../../../ui/console/times.ts';
import { useMe } from '../../access/console/index.ts';

/** Only on paper (打印件): who signs it, with room to write. */
export function SignatureLines() {
  const { t } = useTranslation();
  const printed = usePrinted();
  return (
    <footer className="only-printed signatures">
      <p>{t('paper.handler')}</p>
      <p>{t('paper.head')}</p>
      <p>{t('paper.date')}</p>
      <p className="hint">{printed}</p>
    </footer>
  );
}

/** Only on paper: what the list shows, who printed it and when. */
export function ListHead({ title, narrowed }: { title: string; narrowed: string }) {
  const printed = usePrinted();
  return (
    <header className="only-printed">
      <h1>{title}</h1>
      {narrowed !== '' && <p>{narrowed}</p>}
      <p className="hint">{printed}</p>
    </header>
  );
}

function usePrinted(): string {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const { moment } = useTimes();
  const { district, name, post } = useMe();
  const [at, setAt] = useState(() => new Date().toISOString());
  useEffect(() => {
    // The paper is made right after this event.
    const stamp = () => flushSync(() => setAt(new Date().toISOString()));
    addEventListener('beforeprint', stamp);
    return () => removeEventListener('beforeprint', stamp);
  }, []);
  return t('paper.printed', {
    district: say(district),
    body: post ? say(post.body) : '',
    name: say(name),
    at: moment(at),
  });
}
