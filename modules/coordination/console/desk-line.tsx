import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../../ui/console/language.ts';
import { useTimes } from '../../../ui/console/times.ts';
import type { DeskView } from '../contract/desk.ts';

type Line = Pick<DeskView['backlog'][number], 'id' | 'number' | 'title' | 'state' | 'dueAt' | 'late'>;

/** What a line of the desk begins with (协调台的一行): number, title and state. */
export function LineHead({ line }: { line: Line }) {
  const { say } = useLanguage();
  return (
    <>
      <Link to="/matters/$id" params={{ id: line.id }} className="number">
        {line.number}
      </Link>{' '}
      <strong>{line.title}</strong> <span className="state-name stage-open">{say(line.state)}</span>
    </>
  );
}

/** Until when, or since when it is late. */
export function Due({ line }: { line: Line }) {
  const { t } = useTranslation();
  const { due } = useTimes();
  if (line.dueAt === null) return null;
  return (
    <span>
      {' '}
      ·{' '}
      {line.late
        ? `◆ ${t('coordination.late', { at: due(line.dueAt) })}`
        : t('coordination.due', { at: due(line.dueAt) })}
    </span>
  );
}
