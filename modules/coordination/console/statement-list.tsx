import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../../ui/console/language.ts';
import { useTimes } from '../../../ui/console/times.ts';
import type { Statement } from '../contract/listening.ts';

/** What was said at a session (大家说的), each with what it became and how that stands. */
export function StatementList({ statements }: { statements: readonly Statement[] }) {
  return (
    <ul className="statements">
      {statements.map((statement) => (
        <li key={statement.seq}>
          <StatementLine statement={statement} />
        </li>
      ))}
    </ul>
  );
}

const standingOf = (replied: Statement['replied']) => (replied === null ? 'hidden' : replied ? 'replied' : 'open');

function StatementLine({ statement }: { statement: Statement }) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const { due } = useTimes();
  const { kind, said, replied, id, number, body, state, reply, dueAt, late } = statement;
  return (
    <>
      <span className={replied === false ? 'missed' : 'hint'}>{t(`listening.standing.${standingOf(replied)}`)}</span>{' '}
      <strong>{said}</strong>
      <p className="hint">
        {t(`listening.became.${kind}`)}
        {number !== null && (
          <>
            {' '}
            {id === null ? (
              <span className="number">{number}</span>
            ) : (
              <Link to="/matters/$id" params={{ id }} className="number">
                {number}
              </Link>
            )}
          </>
        )}
        {body && ` · ${say(body)}`}
        {state && ` · ${say(state)}`}
        {dueAt !== null &&
          ` · ${late ? `◆ ${t('coordination.late', { at: due(dueAt) })}` : t('coordination.due', { at: due(dueAt) })}`}
      </p>
      {reply !== null && <p>{reply}</p>}
    </>
  );
}
