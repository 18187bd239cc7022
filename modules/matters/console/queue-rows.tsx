import { Link } from '@tanstack/react-router';
import { useLanguage } from '../../../ui/console/language.ts';
import type { MatterRow } from '../contract/views.ts';
import { ClockLine } from './clock-line.tsx';
import { HolderWords } from './holder-words.tsx';

/** A queue on a phone: one large row for each matter. */
export function QueueRows({ rows }: { rows: readonly MatterRow[] }) {
  const { say } = useLanguage();
  return (
    <ul className="queue-rows">
      {rows.map((row) => (
        <li key={row.id}>
          <Link to="/matters/$id" params={{ id: row.id }}>
            <strong>{row.title}</strong>
            {row.clock && <ClockLine clock={row.clock} spoken />}
            <span className="hint">{[row.community && say(row.community), row.place].filter(Boolean).join(' · ')}</span>
            <span className="hint">
              <HolderWords row={row} />
            </span>
            <span className="hint number">
              {row.number} · {say(row.stateName)}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
