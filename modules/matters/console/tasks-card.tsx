import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../../ui/console/language.ts';
import type { MatterPage } from '../contract/views.ts';
import { ClockChip } from './clock-chip.tsx';

/** What other bodies have to do for this matter (交办事项): who came, leading or assisting, how each stands and what it wrote, which limit was missed. */
export function TasksCard({ tasks }: Pick<MatterPage, 'tasks'>) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  if (tasks.length === 0) return null;
  const ended = tasks.filter(({ stage }) => stage === 'final').length;
  return (
    <section className="card" aria-labelledby="tasks">
      <h2 id="tasks">{t('tasks.title')}</h2>
      <p className="hint">{t('tasks.count', { all: tasks.length, ended })}</p>
      <ul className="links">
        {tasks.map(
          ({ id, number, title, body, procedure, stateName, stage, chosen, isExplained, said, clock, missed }) => (
            <li key={number}>
              <strong>{say(body)}</strong>
              {chosen.map((one) => (
                <span key={one.en}> · {say(one)}</span>
              ))}{' '}
              <span className={`state-name stage-${stage}`}>
                {say(stateName)}
                {isExplained && ` · ${t('tasks.explained')}`}
              </span>
              {title !== null && <p>{title}</p>}
              {clock && <ClockChip clock={clock} />}{' '}
              {missed !== null && missed > 0 && <span className="missed">{t('tasks.missed', { count: missed })}</span>}{' '}
              {id === null ? (
                <span className="hint">
                  {say(procedure)} {number}
                </span>
              ) : (
                <Link to="/matters/$id" params={{ id }}>
                  {say(procedure)} {number}
                </Link>
              )}
              {said.length > 0 && (
                <details>
                  <summary>{t('tasks.said')}</summary>
                  {said.map(({ label, text }, at) => (
                    <p key={at}>
                      <span className="hint">{t('labelled', { label: say(label) })}</span>
                      {text}
                    </p>
                  ))}
                </details>
              )}
            </li>
          ),
        )}
      </ul>
    </section>
  );
}
