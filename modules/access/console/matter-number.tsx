import { Link } from '@tanstack/react-router';
import { useMe } from './session.ts';

/**
 * The number of a matter (事项编号). It opens for who may open matters at all: a leader reads figures, meetings and what comes again, and opens
 * none; and only a matter in one's own reach, else there is no id.
 */
export function MatterNumber({ id, number }: { id: string | null; number: string }) {
  const mayOpen = useMe().permissions.includes('matters.read');
  return mayOpen && id !== null ? (
    <Link to="/matters/$id" params={{ id }} className="number">
      {number}
    </Link>
  ) : (
    <span className="number">{number}</span>
  );
}
