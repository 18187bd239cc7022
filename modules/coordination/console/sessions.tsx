import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../../ui/console/language.ts';
import { useTimes } from '../../../ui/console/times.ts';
import type { DeskView } from '../contract/desk.ts';
import { Due, LineHead } from './desk-line.tsx';
import { StatementList } from './statement-list.tsx';

/** Listening sessions that are open (民心恳谈), each with what has no reply yet. */
export function Sessions({ desk: { sessions } }: { desk: DeskView }) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const { date } = useTimes();
  if (sessions.length === 0) return null;
  return (
    <section aria-labelledby="sessions">
      <h2 id="sessions">{t('listening.title', { count: sessions.length })}</h2>
      <ul className="agenda">
        {sessions.map((line) => {
          const { id, community, heldOn, people, statements } = line;
          const open = statements.filter(({ replied }) => replied === false);
          return (
            <li key={id}>
              <LineHead line={line} />
              <p className="hint">
                {community && `${say(community)} · `}
                {t('listening.held', { day: date(heldOn), count: people })} ·{' '}
                {statements.length === 0
                  ? t('listening.nothing')
                  : t('listening.count', { all: statements.length, open: open.length })}
                <Due line={line} />
              </p>
              <StatementList statements={open} />
            </li>
          );
        })}
      </ul>
    </section>
  );
}
