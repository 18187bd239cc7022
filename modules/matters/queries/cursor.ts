/** A place in a list: the sort value and id of the last row seen. */
export type Cursor = { readonly value: string; readonly id: string };

export const writeCursor = ({ value, id }: Cursor): string => Buffer.from(`${value}|${id}`).toString('base64url');

/** Reads a cursor; undefined when it is none of ours. */
export function readCursor(text: string): Cursor | undefined {
  const [value, id] = Buffer.from(text, 'base64url').toString().split('|');
  const instant = value === 'infinity' || (value !== undefined && !Number.isNaN(Date.parse(value)));
  return value && id && instant && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id) ? { value, id } : undefined;
}
