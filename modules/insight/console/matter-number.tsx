import { Link } from '@tanstack/react-router';
import { useMe } from '../../access/console/index.ts';

/** The number of a matter; it opens for who may open matters at all: a leader reads the lines behind a figure and opens none. */
export function MatterNumber({ id, number }: { id: string; number: string }) {
  return useMe().permissions.includes('matters.read') ? (
    <Link to="/matters/$id" params={{ id }}>
      {number}
    </Link>
  ) : (
    number
  );
}
