/** A place in a list: the sort value and id of the last row seen. */
export type Cursor = { readonly value: string; readonly id: string };

export const writeCursor = ({ value, id }: Cursor): string => Buffer.from(`${value}|${id}`).toString('base64url');

const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?(Z|[+-](0\d|1[0-4]):\d\d)$/;
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Whether a text is an instant for the database too, which knows no 30th of February. */
function isInstant(text: string): boolean {
  const day = text.slice(0, 10);
  const known = instant.test(text) && !Number.isNaN(Date.parse(text));
  return known && new Date(`${day}T00:00:00Z`).toISOString().startsWith(day);
}

/** Reads a cursor; undefined when it is none of ours. */
export function readCursor(text: string): Cursor | undefined {
  const [value = '', id = ''] = Buffer.from(text, 'base64url').toString().split('|');
  return (value === 'infinity' || isInstant(value)) && uuid.test(id) ? { value, id } : undefined;
}
