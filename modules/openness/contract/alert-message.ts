/** Stands in the outbox where a message about a matter has its procedure. */
export const alertsProcedure = 'areaAlerts';

export type Span = { readonly from: Date; readonly until: Date };

/** Names the news of a span of time, so that it is put out once (消息时段). */
export const writeCause = ({ from, until }: Span): string => `news:${from.toISOString()}/${until.toISOString()}`;

export function readCause(cause: string): Span | undefined {
  const [from = '', until = ''] = cause.replace(/^news:/, '').split('/');
  const span = { from: new Date(from), until: new Date(until) };
  return cause.startsWith('news:') && !Number.isNaN(span.from.getTime()) && !Number.isNaN(span.until.getTime())
    ? span
    : undefined;
}
